import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** No level is skipped on the way down. */
export const headingLevelSkipped = rule({
  id: "heading-level-skipped",
  severity: "error",
  group: "headings",
  isMild: true,
  ofPublicPartAlone: "untold",
  summary: "a level of headings is skipped",
  remedy: "begin the heading with one # fewer, or run `npx scrutineer fix`",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  let above = 1;
  for (const { node } of nodesOf(text, "heading")) {
    if (node.depth > above + 1) {
      raise({
        place: placeOfFirstLine(text, node),
        message: `this heading is of level ${node.depth}, and the one above it of level ${above}`,
        fix: `begin the heading with ${"#".repeat(above + 1)}, or run \`npx scrutineer fix\``,
      });
    }
    above = Math.max(node.depth, 2);
  }
}
