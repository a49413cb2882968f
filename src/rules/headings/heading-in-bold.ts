import type { Parent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { standsForHeading } from "./bold-headings.ts";

/** A line in bold that stands for a heading is none to a screen reader (WCAG 2.2, failure F2). */
export const headingInBold = rule({
  id: "heading-in-bold",
  severity: "warning",
  group: "headings",
  summary: "a line in bold looks like a heading, and is read as a paragraph",
  remedy: "write it as a heading, with # signs in front",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  lookAt(text, text.tree, raise);
}

function lookAt(text: ParsedText, parent: Parent, raise: RaiseFound, depth = 1): void {
  let above = depth;
  for (const [index, node] of parent.children.entries()) {
    if (node.type === "heading") above = node.depth;
    // Those who write a block without numbers know that no heading is in it.
    else if (node.type === "containerDirective" && node.name === "exempt") lookAt(text, node, raise, above);
    else if (standsForHeading(node, parent.children[index + 1])) {
      const level = "#".repeat(Math.min(above + 1, 6));
      raise({
        place: placeOf(text, node),
        message: "this line in bold looks like a heading, and is read as a paragraph",
        fix: `write it as a heading: ${level} ${textOf(node).trim()}`,
      });
    }
  }
}
