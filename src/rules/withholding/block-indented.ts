import type { Code } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { placeOf, typedText } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

/**
 * A list ends where a block of colons begins or ends, so its indented lines on the other side would be read as code, and
 * published as that.
 */
export const blockIndented: Check = (text, raise) => {
  for (const code of codeBesideBlocks(text)) {
    const message = "the list ends at the line of colons, so this indented line is read as code";
    const fix = "put the whole list on one side of the line of colons; for code, use lines of ``` around it";
    raise({ rule: "block-indented", place: placeOf(text, code), message, fix });
  }
};

/** Code that is made by spaces at the start of its lines alone, straight below a line of colons. */
export function codeBesideBlocks(text: ParsedText): readonly Code[] {
  return nodesOf(text, "containerDirective").flatMap(({ node, parent }) => {
    const after = parent.children[parent.children.indexOf(node) + 1];
    return [node.children[0], after].flatMap((code) => (code?.type === "code" && isIndented(text, code) ? [code] : []));
  });
}

/** Whether code is made by the spaces at the start of its lines, and not by lines of ``` around it. */
export function isIndented(text: ParsedText, code: Code): boolean {
  return !/^\s*(?:`{3}|~{3})/.test(typedText(text, code));
}
