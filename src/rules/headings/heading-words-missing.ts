import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { wordsOf } from "./underlined-headings.ts";

/** A heading without words leads those who follow the contents nowhere. */
export const headingWordsMissing = rule({
  id: "heading-words-missing",
  severity: "error",
  group: "headings",
  summary: "a heading has no words",
  remedy: "write its words after the # signs, or delete the line",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "heading")) {
    if (wordsOf(node) !== "") continue;
    const message = "this heading has no words";
    const fix = `write its words after the ${"#".repeat(node.depth)}, or delete the line`;
    raise({ place: placeOfFirstLine(text, node), message, fix });
  }
}
