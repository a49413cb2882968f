import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isUnderlinedParagraph, wordsOf } from "./underlined-headings.ts";

/** A heading is no sentence, so a sign at its end says nothing. */
export const headingFullStop = rule({
  id: "heading-full-stop",
  severity: "hint",
  group: "headings",
  summary: "a heading ends in a full stop or another punctuation mark",
  remedy: "take it off",
  checks: { text: check },
});

/** Words that end in a full stop of their own. */
const OWN_STOP =
  /(?:\.\.|\b(?:etc|ltd|inc|plc|co|no|nos|dept|st|mr|mrs|ms|dr|prof|rev|cllr|hon|al|p|pp|para|vol|[a-z]))\.$/i;

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "heading")) {
    const words = wordsOf(node);
    const sign = /[.:;,]$/.exec(words)?.[0];
    if (sign === undefined || OWN_STOP.test(words) || isUnderlinedParagraph(text, node)) continue;
    const message = `this heading ends in ${NAMES[sign] ?? "a punctuation mark"}`;
    raise({ place: placeOfFirstLine(text, node), message });
  }
}

const NAMES: Partial<Record<string, string>> = {
  ".": "a full stop",
  ":": "a colon",
  ";": "a semicolon",
  ",": "a comma",
};
