import type { Element, ElementContent, RootContent, Root as Tree } from "hast";
import type { MarkedRecommendation } from "../../model/tree.ts";
import { withoutTitle } from "../recommendations/forms.ts";
import { hasClass, plainTextOf } from "./plain-text.ts";

/**
 * The words of recommendations by their ids, as the page has them: without labels, and without recommendations within
 * them.
 */
export function recommendationTexts(
  html: Tree,
  recommendations: readonly MarkedRecommendation[],
): ReadonlyMap<string, string> {
  const byId = new Map(recommendations.map((one) => [one.id, one]));
  const texts = new Map<string, string>();
  const visit = (node: RootContent | ElementContent): void => {
    if (node.type !== "element") return;
    if (isOf(node, "recommendation")) {
      const own = node.children.flatMap(ownParts);
      const id = own.flatMap(idsWithin).find((one) => byId.has(one));
      const words = plainTextOf(own.filter((part) => !(part.type === "element" && isOf(part, "sub-list-mark"))));
      if (id !== undefined) texts.set(id, withoutTitle(words, byId.get(id)?.isSaid === true));
    }
    node.children.forEach(visit);
  };
  html.children.forEach(visit);
  return texts;
}

function isOf(node: Element, name: string): boolean {
  return hasClass(node.properties["className"], name);
}

function ownParts(node: ElementContent): readonly ElementContent[] {
  if (node.type !== "element") return [node];
  return isOf(node, "recommendation") ? [] : [{ ...node, children: node.children.flatMap(ownParts) }];
}

function idsWithin(node: ElementContent): readonly string[] {
  if (node.type !== "element") return [];
  const { id } = node.properties;
  return [...(typeof id === "string" ? [id] : []), ...node.children.flatMap(idsWithin)];
}
