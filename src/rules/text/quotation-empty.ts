import type { NumberedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { holdsMore } from "../holds-content.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A quotation that holds nothing shows its sign with nothing beside it. */
export const quotationEmpty = rule({
  id: "quotation-empty",
  severity: "warning",
  group: "text",
  summary: "a quotation has nothing in it",
  remedy: "write its text, or delete it",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "blockquote")) {
    if (node.children.some(holdsMore)) continue;
    const message = "this quotation has nothing in it";
    raise({ place: placeOf(text, node), message });
  }
}
