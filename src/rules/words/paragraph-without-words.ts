import { placeOf, typedText } from "../../text/place.ts";
import type { Check } from "../check.ts";
import { holdsContent } from "../holds-content.ts";
import { numberedParagraphs } from "../numbered-paragraphs.ts";

const MOST_SIGNS = 20;

/** A number with nothing but blanks or signs beside it leaves readers to ask what has been taken out. */
export const paragraphWithoutWords: Check = (text, raise) => {
  for (const { number, children } of numberedParagraphs(text.tree.children)) {
    const [first] = children;
    if (first?.type !== "paragraph" || holdsContent(first)) continue;
    const typed = typedText(text, first).trim();
    raise({
      rule: "paragraph-empty",
      place: placeOf(text, first),
      message: `nothing stands in paragraph ${number} but ${typed.length > MOST_SIGNS ? "signs" : typed}`,
      fix: "delete it, or write the text of the paragraph in its place",
    });
  }
};
