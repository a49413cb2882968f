import type { NumberedText } from "../../model/tree.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A page has room for so many columns at a size that can be read. */
export const tableWide = rule({
  id: "table-wide",
  severity: "hint",
  group: "lists-and-tables",
  summary: "a table has more columns than fit on a page",
  remedy: "make two tables of it, or attach it as a CSV file in an annex",
  checks: { numberedText: check },
});

/**
 * A table that is too wide for an upright page has one on its side, with 25.7 cm between the margins: at 17 columns,
 * 1.5 cm for each.
 */
const MOST_COLUMNS = 16;

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    const width = node.children[0]?.children.length ?? 0;
    if (width <= MOST_COLUMNS) continue;
    const message = `this table has ${width} columns, more than fit on an A4 page on its side at a readable size`;
    raise({ place: placeOfFirstLine(text, node), message });
  }
}
