import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isUnderlinedParagraph, wordsOf } from "./underlined-headings.ts";

/** Words in capitals are slow to read, and some screen readers spell them out. */
export const headingCapitals = rule({
  id: "heading-capitals",
  severity: "hint",
  group: "headings",
  summary: "a heading is in capitals throughout",
  remedy: "write it in small letters, as a sentence begins",
  checks: { text: check },
});

/** Little words that no short form is, and long ones. */
const SHOUTED = /\b(?:AND|OF|THE|FOR|TO|IN|ON|BY|WITH|FROM)\b|\b(?=[A-Z]*[AEIOU])[A-Z]{7,}\b/;

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "heading")) {
    const words = wordsOf(node);
    if (/\p{Ll}/u.test(words) || !SHOUTED.test(words) || isUnderlinedParagraph(text, node)) continue;
    const message =
      "this heading is in capitals throughout, which are slow to read, and which some screen readers spell out";
    raise({ place: placeOfFirstLine(text, node), message });
  }
}
