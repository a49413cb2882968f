import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isBlank, isWithoutRows } from "./blank-cells.ts";

/** A column that holds nothing is read out in every row. */
export const tableColumnEmpty = rule({
  id: "table-column-empty",
  severity: "warning",
  group: "lists-and-tables",
  summary: "a column of a table is empty below its header",
  remedy: "fill the column in, or take it out of every row",
  checks: { numberedText: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    if (isWithoutRows(node)) continue;
    const [header, ...rows] = node.children;
    for (const [index, cell] of (header?.children ?? []).entries()) {
      if (!rows.every((row) => isBlank(row.children[index]))) continue;
      const message = `nothing stands in column ${index + 1} of this table below its header`;
      raise({ place: placeOf(text, cell), message, fix: "fill the column in, or take it out of every row" });
    }
  }
}
