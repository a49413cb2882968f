import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { codeBesideBlocks, isIndented } from "../withholding/indented-code.ts";

/** A paragraph that begins with four spaces is read as code, and has no number (CommonMark 0.31, section 4.4). */
export const codeIndented = rule({
  id: "code-indented",
  severity: "warning",
  group: "text",
  summary: "a line begins with so many spaces that it is shown as code",
  remedy: "take out the spaces at its start",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const raised = new Set(codeBesideBlocks(text));
  for (const { node, parent } of nodesOf(text, "code")) {
    if (raised.has(node) || !isIndented(text, node)) continue;
    raise({
      place: placeOfFirstLine(text, node),
      message: "this line begins with so many spaces that it is shown as computer code",
      fix:
        parent.type === "listItem"
          ? "begin it straight below the first letter of the item above"
          : "take out the spaces at its start; for code, put a line of ``` above it and below it",
    });
  }
}
