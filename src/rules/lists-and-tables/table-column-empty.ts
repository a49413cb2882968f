import type { TableRow } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { NumberedText } from "../../model/tree.ts";
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

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    if (isWithoutRows(node)) continue;
    const [header, ...rows] = node.children;
    if (isToBeTicked(rows) || isToBeFilledIn(rows)) continue;
    for (const [index, cell] of (header?.children ?? []).entries()) {
      if (!rows.every((row) => isBlank(row.children[index]))) continue;
      const message = `there is nothing in column ${index + 1} of this table below its header`;
      raise({ place: placeOf(text, cell), message });
    }
  }
}

const TICK = /^(?:[xX✓✔✗✘☐☑☒●•*]|[Yy](?:es)?)$/;

/** Whether another column of a table holds ticks alone: in one that is empty, nothing is ticked. */
function isToBeTicked(rows: readonly TableRow[]): boolean {
  const width = Math.max(0, ...rows.map((row) => row.children.length));
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap(({ children }) => (isBlank(children[column]) ? [] : [textOf(children[column]).trim()])),
  ).some((cells) => cells.length > 0 && cells.every((cell) => TICK.test(cell)));
}

/** Whether a table is a form: its rows have numbers, and nothing after them. */
function isToBeFilledIn(rows: readonly TableRow[]): boolean {
  return rows.every(
    ({ children: [first, ...rest] }) => rest.every(isBlank) && /^\d{1,3}[.)]?$/.test(textOf(first).trim()),
  );
}
