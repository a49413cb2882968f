import type { Element, ElementContent, RootContent, Root as Tree } from "hast";
import { readLabel } from "../recommendations/forms.ts";
import { hasClass, plainTextOf } from "./plain-text.ts";

/** The words of the recommendations with these ids, as the page has them: without labels, and without recommendations within them. */
export function recommendationTexts(html: Tree, ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (node: RootContent | ElementContent): void => {
    if (node.type !== "element") return;
    if (isOf(node, "recommendation")) {
      const own = node.children.flatMap(ownParts);
      const id = own.flatMap(idsWithin).find((one) => ids.has(one));
      const words = plainTextOf(own.filter((part) => !(part.type === "element" && isOf(part, "sub-list-mark"))));
      if (id !== undefined) texts.set(id, words.slice(readLabel(words, 0)?.end ?? 0).trim());
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
