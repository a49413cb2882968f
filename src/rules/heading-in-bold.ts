import type { Paragraph, Parent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ParsedText } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "./catalogue.ts";
import type { Check } from "./check.ts";

const LONGEST = 100;

/** A line in bold that stands for a heading is none to a screen reader, and takes a number (WCAG 2.2, failure F2). */
export const headingInBold: Check = (text, raise) => lookAt(text, text.tree, raise);

function lookAt(text: ParsedText, parent: Parent, raise: Raise, depth = 1): void {
  let above = depth;
  for (const [index, node] of parent.children.entries()) {
    if (node.type === "heading") above = node.depth;
    // Those who write a block without numbers know that no heading stands in it.
    else if (node.type === "containerDirective" && node.name === "exempt") lookAt(text, node, raise, above);
    else if (node.type === "paragraph" && standsForHeading(node, parent.children[index + 1])) {
      const level = "#".repeat(Math.min(above + 1, 6));
      raise({
        rule: "heading-in-bold",
        place: placeOf(text, node),
        message: "this line in bold stands like a heading, and is read as a paragraph",
        fix: `write it as a heading: ${level} ${textOf(node).trim()}`,
      });
    }
  }
}

function standsForHeading(paragraph: Paragraph, next: RootContent | undefined): boolean {
  const [bold, ...rest] = paragraph.children;
  if (
    bold?.type !== "strong" ||
    rest.length > 0 ||
    bold.children.some(({ type }) => type === "link") ||
    next === undefined ||
    next.type === "table"
  )
    return false;
  const words = textOf(bold).trim();
  return words.length <= LONGEST && !/[\n.!?;,:]|^\(?\d/.test(words) && /\p{L}/u.test(words);
}
