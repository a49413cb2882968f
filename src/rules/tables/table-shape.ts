import type { Table, TableCell, TableRow } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import type { Check } from "../check.ts";
import { outsideGlossary } from "../words/outside-glossary.ts";

/**
 * Whether a table has what it needs to be read: names over its columns (WCAG 2.2, success criterion 1.3.1), and something in
 * its rows.
 */
export const tableShape: Check = (text, raise) => {
  for (const { node } of outsideGlossary(text, "table")) {
    const [header, ...rows] = node.children;
    if (header === undefined) continue;
    const isNameless = header.children.every(isBlank);
    const width = header.children.length;
    if (isNameless && !isTableOfNames(node)) {
      const message = "no column of this table has a name, so a screen reader cannot say what a figure is of";
      const fix = "write the names of the columns into the first row";
      raise({ rule: "table-without-header", place: placeOfFirstLine(text, header), message, fix });
    }
    if (!rows.some(({ children }) => children.some((cell) => !isBlank(cell)))) raiseEmpty(text, node, raise);
    else raiseColumns(text, node, isNameless, raise);
    if (width > MOST_COLUMNS) raiseWide(text, node, width, raise);
  }
};

/** Whether the first column heads the rows of a table, because its header is empty: names, and what belongs to each. */
export function isTableOfNames({ children: [header, ...rows] }: Table): boolean {
  if (header === undefined || header.children.length < 2 || !header.children.every(isBlank)) return false;
  return rows.some(({ children: [name] }) => !isBlank(name));
}

function isBlank(cell: TableCell | undefined): boolean {
  return cell === undefined || cell.children.every((node) => node.type === "text" && node.value.trim() === "");
}

function raiseEmpty(text: ParsedText, table: Table, raise: Raise): void {
  const message =
    table.children.length === 1 ? "this table has a header and no row below it" : "no row of this table holds anything";
  const fix = "write its rows, or delete the table";
  raise({ rule: "table-empty", place: placeOfFirstLine(text, table), message, fix });
}

/** The first cell of the header may be empty: it stands over the names of the rows. */
function raiseColumns(text: ParsedText, { children }: Table, isNameless: boolean, raise: Raise): void {
  const [header, ...rows] = children;
  const mayBeEmpty = isToBeTicked(rows) || isToBeFilledIn(rows);
  for (const [index, cell] of (header?.children ?? []).entries()) {
    const isEmpty = rows.every((row) => isBlank(row.children[index]));
    const place = placeOf(text, cell);
    if (isEmpty && mayBeEmpty) continue;
    if (isEmpty) {
      const message = `nothing stands in column ${index + 1} of this table below its header`;
      raise({ rule: "table-column-empty", place, message, fix: "fill the column in, or take it out of every row" });
    } else if (index > 0 && !isNameless && isBlank(cell)) {
      const message = `column ${index + 1} of this table has no name, and others have one`;
      raise({ rule: "table-header-cell-empty", place, message, fix: "write the name of the column into this cell" });
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

/** Whether a table is a form: its rows have numbers, and nothing behind them. */
function isToBeFilledIn(rows: readonly TableRow[]): boolean {
  return rows.every(
    ({ children: [first, ...rest] }) => rest.every(isBlank) && /^\d{1,3}[.)]?$/.test(textOf(first).trim()),
  );
}

/** A table that is too wide for an upright page has one on its side, with 25.7 cm between the margins: at 17 columns, 1.5 cm for each. */
const MOST_COLUMNS = 16;

function raiseWide(text: ParsedText, table: Table, width: number, raise: Raise): void {
  const message = `this table has ${width} columns, more than an A4 page on its side carries at a size that can be read`;
  const fix = "make two tables of it, or attach it as a CSV file in an annex";
  raise({ rule: "table-wide", place: placeOfFirstLine(text, table), message, fix });
}
