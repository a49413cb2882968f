import type { Code } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { typedText } from "../../text/place.ts";

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
