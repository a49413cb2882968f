import type { NumberedText } from "../../model/tree.ts";
import { placeOf, typedText } from "../../text/place.ts";
import { holdsContent } from "../holds-content.ts";
import { numberedParagraphs } from "../numbered-paragraphs.ts";
import { type RaiseFound, rule } from "../rule.ts";

const MOST_SIGNS = 20;

/** A number with nothing but blanks or signs beside it leaves readers to ask what has been taken out. */
export const paragraphEmpty = rule({
  id: "paragraph-empty",
  severity: "error",
  group: "numbering",
  summary: "a numbered paragraph has no text",
  remedy: "write its text on the line of the number",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { number, children } of numberedParagraphs(text.tree.children)) {
    const [first] = children;
    if (first?.type !== "paragraph" || holdsContent(first)) continue;
    const typed = typedText(text, first).trim();
    raise({
      place: placeOf(text, first),
      message: `nothing stands in paragraph ${number} but ${typed.length > MOST_SIGNS ? "signs" : typed}`,
      fix: "delete it, or write the text of the paragraph in its place",
    });
  }
}
