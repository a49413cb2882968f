import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { alternativeTexts, whyVague } from "./alternative-texts.ts";

/** Alternative text says what an image tells (WCAG 2.2, success criterion 1.1.1 and failure F30). */
export const imageAlternativeVague = rule({
  id: "image-alternative-vague",
  severity: "warning",
  group: "images",
  summary: "the alternative text of an image does not say what it shows",
  remedy: "say between the square brackets what a reader should learn from the image",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node, words } of alternativeTexts(text)) {
    const vague = whyVague(words);
    if (vague === undefined) continue;
    const message = `the alternative text “${words}” ${vague}, and does not say what the image shows`;
    const fix = "say what a reader should learn from the image, such as “Bar chart: absence fell from 8% to 5%”";
    raise({ place: placeOf(text, node), message, fix });
  }
}
