import type { Readable } from "../../text/place.ts";
import { placeInLine, type TypedLine } from "../../text/typed-lines.ts";
import type { Found } from "../rule.ts";

/** The line below a table's header (GitHub Flavored Markdown, section 4.10). */
const DELIMITER = /^(?=.*\|)(?=.*-)[|:\s-]+$/;
/** What is wrong where lines with | signs are not read as a table; `undefined` where there is no such line. */
export function drawnWithBars(text: Readable, lines: readonly TypedLine[]): Found | undefined {
  const delimiter = lines.findIndex(({ typed }) => DELIMITER.test(typed));
  const line = lines[delimiter];
  if (line !== undefined) {
    const header = lines[delimiter - 1];
    const place = placeInLine(text, line);
    if (header === undefined) {
      const message = "no header stands straight above this line of dashes, so no table begins here";
      return { place, message, fix: "put the names of the columns on the line above it" };
    }
    const columns = cellsIn(header.typed);
    const dashes = cellsIn(line.typed);
    const message =
      columns === dashes
        ? "this line of dashes is not read as part of a table, so its signs are shown"
        : `this line has dashes for ${dashes} columns and the header above it ${columns}, so this is not read as a table`;
    return { place, message, fix: `write the line of dashes as \`${delimiterOf(columns)}\`` };
  }
  const row = lines.findIndex(
    ({ typed }, index) => isRow(typed) || (isHalfRow(typed) && isHalfRow(lines[index + 1]?.typed)),
  );
  const first = lines[row];
  if (first === undefined) return undefined;
  return {
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

/** The line below the header of a table with so many columns. */
export function delimiterOf(columns: number): string {
  return `|${"---|".repeat(columns)}`;
}
