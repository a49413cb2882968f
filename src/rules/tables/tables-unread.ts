import type { Finding } from "../../diagnostics/catalogue.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeInLine, type TypedLine, typedLines } from "../../text/typed-lines.ts";
import type { Check } from "../check.ts";
import { outsideGlossary } from "../words/outside-glossary.ts";

/** The line below a table's header (GitHub Flavored Markdown, section 4.10). */
const DELIMITER = /^(?=.*\|)(?=.*-)[|:\s-]+$/;
/** Columns that are set apart by tabs, or by three blanks or more. */
const GAP = /\t+| {3,}/;
const MARKER = /^(?:[-*+•·▪◦–—o]|\(?\w{1,3}[.)])\s/;

/** What was drawn as a table and is not read as one runs together in a paragraph. */
export const tablesUnread: Check = (text, raise) => {
  for (const { node } of outsideGlossary(text, "paragraph")) {
    const lines = typedLines(text, node);
    const finding = drawnWithBars(text, lines) ?? drawnWithBlanks(text, lines);
    if (finding !== undefined) raise(finding);
  }
};

function drawnWithBars(text: ParsedText, lines: readonly TypedLine[]): Finding | undefined {
  const delimiter = lines.findIndex(({ typed }) => DELIMITER.test(typed));
  const line = lines[delimiter];
  if (line !== undefined) {
    const header = lines[delimiter - 1];
    const place = placeInLine(text, line);
    if (header === undefined) {
      const message = "no header stands straight above this line of dashes, so no table begins here";
      return { rule: "table-unread", place, message, fix: "put the names of the columns on the line above it" };
    }
    const columns = cellsIn(header.typed);
    const dashes = cellsIn(line.typed);
    const message =
      columns === dashes
        ? "this line of dashes is not read as part of a table, so its signs are shown"
        : `this line has dashes for ${dashes} columns and the header above it ${columns}, so this is not read as a table`;
    return { rule: "table-unread", place, message, fix: `write the line of dashes as \`${delimiterOf(columns)}\`` };
  }
  const row = lines.findIndex(
    ({ typed }, index) => isRow(typed) || (isHalfRow(typed) && isHalfRow(lines[index + 1]?.typed)),
  );
  const first = lines[row];
  if (first === undefined) return undefined;
  return {
    rule: "table-unread",
    place: placeInLine(text, first),
    message: "no line of dashes stands below this line, so it is not read as a table, and its | signs are shown",
    fix: `put a line below the header: \`${delimiterOf(cellsIn(first.typed))}\``,
  };
}

function isRow(typed: string): boolean {
  return /^\|.*[^\\]\|$/.test(typed) && cellsIn(typed) > 1;
}

function isHalfRow(typed = ""): boolean {
  return typed.startsWith("|") && cellsIn(typed) > 1;
}

function cellsIn(typed: string): number {
  const inner = typed.replaceAll("\\|", "").replace(/^\|/, "").replace(/\|$/, "");
  return inner.split("|").length;
}

function delimiterOf(columns: number): string {
  return `|${"---|".repeat(columns)}`;
}

function drawnWithBlanks(text: ParsedText, lines: readonly TypedLine[]): Finding | undefined {
  const columns = lines.map(({ typed }) => (MARKER.test(typed) ? 1 : typed.split(GAP).length));
  const first = columns.findIndex((count, index) => count > 1 && columns[index + 1] === count);
  const line = lines[first];
  if (line === undefined) return undefined;
  return {
    rule: "table-drawn",
    place: placeInLine(text, line),
    message: "these lines are set in columns with tabs or blanks, which run together on the page",
    fix: `write a table: a line of names between | signs, below it \`${delimiterOf(columns[first] ?? 2)}\`, and a line for each row`,
  };
}
