import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isUnderlinedParagraph } from "./underlined-headings.ts";

/** A line of dashes straight below a paragraph makes a heading of it, and the paragraph loses its number. */
export const headingUnderlined = rule({
  id: "heading-underlined",
  severity: "warning",
  group: "headings",
  summary: "a line of dashes makes the paragraph above it a heading",
  remedy: "put an empty line above the line of dashes, or delete that line",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "heading")) {
    if (!isUnderlinedParagraph(text, node)) continue;
    const message = "the line of dashes below this paragraph makes it a heading, so it has no number";
    raise({ place: placeOfFirstLine(text, node), message });
  }
}
