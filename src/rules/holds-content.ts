import type { Nodes } from "mdast";

/** A link without words is an error of its own, or gets the words "paragraph 14". */
const SHOWN: ReadonlySet<string> = new Set([
  "link",
  "linkReference",
  "image",
  "imageReference",
  "inlineCode",
  "footnoteReference",
  "code",
]);
/** Blanks, punctuation, and signs that lines are drawn with. */
const SIGNS = /^[\s\p{P}\p{Z}\p{Cf}=|~^+<>`]*$/u;

/** Whether anything within a node is more than blanks and signs. */
export function holdsContent(node: Nodes): boolean {
  if (SHOWN.has(node.type)) return true;
  if ("children" in node) return node.children.some(holdsContent);
  return node.type === "text" && !SIGNS.test(node.value);
}

/** The same of a block, of which a drawn line and a table are something, whatever they hold. */
export function holdsMore(node: Nodes): boolean {
  return node.type === "thematicBreak" || node.type === "table" || node.type === "captionedTable" || holdsContent(node);
}
