import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type Check, nodesOf } from "../check.ts";
import { codeBesideBlocks, isIndented } from "../withholding/block-indented.ts";

/** A paragraph that begins with four spaces is read as code, and has no number (CommonMark 0.31, section 4.4). */
export const codeIndented: Check = (text, raise) => {
  const raised = new Set(codeBesideBlocks(text));
  for (const { node, parent } of nodesOf(text, "code")) {
    if (raised.has(node) || !isIndented(text, node)) continue;
    raise({
      rule: "code-indented",
      place: placeOfFirstLine(text, node),
      message: "this line begins with so many spaces that it is shown as computer code",
      fix:
        parent.type === "listItem"
          ? "begin it straight below the first letter of the item above"
          : "take the spaces at its start out; for code, put a line of ``` above it and below it",
    });
  }
};
