import type { NumberedText } from "../../model/tree.ts";
import { placeInLine, typedLines } from "../../text/typed-lines.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { delimiterOf, drawnWithBars } from "./drawn-tables.ts";

/** What was drawn as a table with tabs or blanks runs together in a paragraph. */
export const tableDrawn = rule({
  id: "table-drawn",
  severity: "warning",
  group: "lists-and-tables",
  summary: "lines are set in columns with tabs or blanks, which run together",
  remedy: "write a table, with | signs between the columns",
  checks: { numberedText: check },
});

/** Columns that are set apart by tabs, or by three blanks or more. */
const GAP = /\t+| {3,}/;
const MARKER = /^(?:[-*+•·▪◦–—o]|\(?\w{1,3}[.)])\s/;

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "paragraph")) {
    const lines = typedLines(text, node);
    const columns = lines.map(({ typed }) => (MARKER.test(typed) ? 1 : typed.split(GAP).length));
    const first = columns.findIndex((count, index) => count > 1 && columns[index + 1] === count);
    const line = lines[first];
    if (line === undefined || drawnWithBars(text, lines) !== undefined) continue;
    raise({
      place: placeInLine(text, line),
      message: "these lines are set in columns with tabs or blanks, which run together on the page",
      fix: `write a table: a line of names between | signs, below it \`${delimiterOf(columns[first] ?? 2)}\`, and a line for each row`,
    });
  }
}
