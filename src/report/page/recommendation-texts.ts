import type { Element, ElementContent, RootContent, Root as Tree } from "hast";
import { readLabel } from "../recommendations/forms.ts";
import { hasClass, plainTextOf } from "./plain-text.ts";

/** The words of each recommendation of a page by the id of its mark, without its label and without recommendations within it. */
export function recommendationTexts(html: Tree): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (node: RootContent | ElementContent): void => {
    if (node.type !== "element") return;
    if (isOf(node, "recommendation")) {
      const own = node.children.flatMap(ownParts);
      const id = own.map(idOfMark).find((found) => found !== undefined);
      const words = plainTextOf(own.filter((node) => !(node.type === "element" && isOf(node, "sub-list-mark"))));
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
  if (isOf(node, "recommendation")) return [];
  return [{ ...node, children: node.children.flatMap(ownParts) }];
}

function idOfMark(node: ElementContent): string | undefined {
  if (node.type !== "element") return undefined;
  const { id } = node.properties;
  if (isOf(node, "recommendation-mark") || isOf(node, "recommendation-number"))
    return typeof id === "string" ? id : undefined;
  return node.children.map(idOfMark).find((found) => found !== undefined);
}
