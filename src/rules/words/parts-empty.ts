import { placeOf } from "../../text/place.ts";
import type { Check } from "../check.ts";
import { holdsContent } from "../holds-content.ts";
import { numberedParagraphs } from "../numbered-paragraphs.ts";
import { outsideGlossary } from "./outside-glossary.ts";

/** An item of a list, or a quotation, that holds nothing shows a sign with nothing beside it. */
export const partsEmpty: Check = (text, raise) => {
  // An item whose number was typed is a paragraph of the report, and its lack of text an error.
  const numbered = new Set(numberedParagraphs(text.tree.children).map(({ position }) => position));
  const fix = "write its text, or delete it";
  for (const { node } of outsideGlossary(text, "listItem")) {
    if (numbered.has(node.position) || node.children.some(isMore)) continue;
    const message = "this item of a list has nothing in it";
    raise({ rule: "list-item-empty", place: placeOf(text, node), message, fix });
  }
  for (const { node } of outsideGlossary(text, "blockquote")) {
    if (node.children.some(isMore)) continue;
    const message = "this quotation has nothing in it";
    raise({ rule: "quotation-empty", place: placeOf(text, node), message, fix });
  }
};

/** A drawn line or a table is more than nothing, whatever it holds. */
function isMore(node: Parameters<typeof holdsContent>[0]): boolean {
  return node.type === "thematicBreak" || node.type === "table" || node.type === "captionedTable" || holdsContent(node);
}
