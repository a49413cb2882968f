import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { alternativeTexts, isDecorative } from "./alternative-texts.ts";

/** Who cannot see an image reads its alternative text (WCAG 2.2, success criterion 1.1.1). */
export const imageAlternativeText = rule({
  id: "image-alternative-text",
  severity: "error",
  group: "images",
  isMild: true,
  summary: "an image has no alternative text",
  remedy: "say between the square brackets what the image shows",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node, parent, words } of alternativeTexts(text)) {
    if (words !== "" || isDecorative(node, parent)) continue;
    raise({
      place: placeOf(text, node),
      message: "this image has no alternative text for those who cannot see it",
      fix: "say between the square brackets what the image shows, or put {decorative} after it if it carries no meaning",
    });
  }
}
