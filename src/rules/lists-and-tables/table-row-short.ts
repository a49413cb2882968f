import type { NumberedText } from "../../model/tree.ts";
import { placeOf, typedText } from "../../text/place.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A row with fewer cells than the header may have its figures under the wrong names. */
export const tableRowShort = rule({
  id: "table-row-short",
  severity: "warning",
  group: "lists-and-tables",
  summary: "a row of a table has fewer cells than its header",
  remedy: "put the missing | where an empty cell belongs",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    const [header, ...rows] = node.children;
    const width = header?.children.length ?? 0;
    for (const row of rows) {
      const cells = row.children.length;
      // A line without a | is taken for a row by mistake, and raised as that.
      if (cells >= width || !typedText(text, row).includes("|")) continue;
      const message = `this row has ${formatCells(cells)} and the header ${width}, so the columns on the right stay empty`;
      const fix = `put the missing | where an empty cell belongs: \`${"| … ".repeat(width)}|\``;
      raise({ place: placeOf(text, row), message, fix });
    }
  }
}

function formatCells(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}
