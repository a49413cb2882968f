import type { RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

const LONGEST = 100;

/**
 * Whether a block is a line in bold that stands for a heading: readers take it for one, and numbers go on across it.
 */
export function standsForHeading(node: RootContent, next: RootContent | undefined): boolean {
  return isBoldLine(node, next) && !/[\n.!?;,:]|^\(?\d/.test(textOf(node).trim());
}

/** Whether a block is such a line, or one that ends in a colon and is no lead-in of points. */
export function standsBeforeNumbers(node: RootContent, next: RootContent | undefined): boolean {
  const isLeadIn = next?.type === "list" && next.ordered !== true;
  return isBoldLine(node, next) && !isLeadIn && !/[\n.!?;,]|:.|^\(?\d/.test(textOf(node).trim());
}

function isBoldLine(node: RootContent, next: RootContent | undefined): boolean {
  if (node.type !== "paragraph" || next === undefined || next.type === "table" || next.type === "captionedTable")
    return false;
  const [bold, ...rest] = node.children;
  if (bold?.type !== "strong" || rest.length > 0 || bold.children.some(({ type }) => type === "link")) return false;
  const words = textOf(bold).trim();
  return words.length <= LONGEST && /\p{L}/u.test(words);
}
