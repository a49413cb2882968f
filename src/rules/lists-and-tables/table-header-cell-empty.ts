import type { NumberedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isBlank, isNameless } from "./blank-cells.ts";

/** A screen reader says with each figure the name of its column. The first may have none: it is over the names of the rows. */
export const tableHeaderCellEmpty = rule({
  id: "table-header-cell-empty",
  severity: "warning",
  group: "lists-and-tables",
  summary: "a column of a table has no name",
  remedy: "write the name of the column into the first row",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    if (isNameless(node)) continue;
    const [header, ...rows] = node.children;
    for (const [index, cell] of (header?.children ?? []).entries()) {
      // A column that is empty below its header is raised as that.
      if (index === 0 || !isBlank(cell) || rows.every((row) => isBlank(row.children[index]))) continue;
      const message = `column ${index + 1} of this table has no name, and others have one`;
      raise({ place: placeOf(text, cell), message, fix: "write the name of the column into this cell" });
    }
  }
}
