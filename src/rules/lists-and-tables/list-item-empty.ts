import type { NumberedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { holdsMore } from "../holds-content.ts";
import { numberedParagraphs } from "../numbered-paragraphs.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** An item of a list that holds nothing shows a sign with nothing beside it. */
export const listItemEmpty = rule({
  id: "list-item-empty",
  severity: "warning",
  group: "lists-and-tables",
  summary: "an item of a list has nothing in it",
  remedy: "write its text, or delete it",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  // An item whose number was typed is a paragraph of the report, and its lack of text an error.
  const numbered = new Set(numberedParagraphs(text.tree.children).map(({ position }) => position));
  for (const { node } of outsideGlossary(text, "listItem")) {
    if (numbered.has(node.position) || node.children.some(holdsMore)) continue;
    const message = "this item of a list has nothing in it";
    raise({ place: placeOf(text, node), message });
  }
}
