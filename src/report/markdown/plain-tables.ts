import type { AlignType, Parent, PhrasingContent, RootContent, Table, TableCell, TableRow } from "mdast";

/** What is left of a text once its plain tables are read, and those tables by the offset at which each begins. */
export interface PlainTables {
  readonly rest: string;
  readonly tables: ReadonlyMap<number, Table>;
}

const ROW = /^\|(?:[^|\n]+\|)+$/;
const DELIMITER = /^\|(?:[ ]*:?-+:?[ ]*\|)+$/;
/** No sign that means something to Markdown within a line. */
const PLAIN = /^[^\\`*_[\]<>&~!\t]*$/;
const EMPHASIS = /^(\*{1,2})([\p{L}\p{N}](?:[^\\`*_[\]<>&~!\t]*[\p{L}\p{N}%])?)\1$/u;
const PLACEHOLDER = "___";

/**
 * Reads tables on their own and hold plain words only, because the parser takes longer over them than over
 * all the rest of a report. A thematic break and blanks are in their place, so that every position stays. The tree is
 * the one that the parser would have made; where code or a comment could hold a table, the parser reads them all.
 */
export function takePlainTables(text: string): PlainTables {
  const tables = new Map<number, Table>();
  if (!text.includes("\n|") || /```|~~~|<!--/.test(text)) return { rest: text, tables };
  const lines = text.split("\n");
  let offset = 0;
  for (let index = 0; index < lines.length; index++) {
    const end = ROW.test(lines[index] ?? "") && isBlank(lines[index - 1]) ? endOfTable(lines, index) : index;
    const table = end > index ? readTable(lines.slice(index, end), index + 1, offset) : undefined;
    if (table !== undefined) {
      tables.set(offset, table);
      for (let row = index; row < end; row++) lines[row] = blanked(lines[row] ?? "", row === index);
    }
    offset += (lines[index]?.length ?? 0) + 1;
  }
  return { rest: lines.join("\n"), tables };
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

/** The line after the last row; the table's own first line where rows of another form follow. */
function endOfTable(lines: readonly string[], start: number): number {
  let end = start;
  while (ROW.test(lines[end] ?? "")) end++;
  return isBlank(lines[end]) ? end : start;
}

function blanked(line: string, isFirst: boolean): string {
  return isFirst ? PLACEHOLDER.padEnd(line.length) : " ".repeat(line.length);
}

function readTable(lines: readonly string[], firstLine: number, firstOffset: number): Table | undefined {
  const [header = "", delimiter = ""] = lines;
  if (!DELIMITER.test(delimiter) || delimiter.split("|").length !== header.split("|").length) return undefined;
  const rows: TableRow[] = [];
  let offset = firstOffset;
  for (const [index, line] of lines.entries()) {
    const row = index === 1 ? undefined : readRow(line, firstLine + index, offset);
    if (index !== 1 && row === undefined) return undefined;
    if (row !== undefined) rows.push(row);
    offset += line.length + 1;
  }
  const last = lines.at(-1) ?? "";
  const end = { line: firstLine + lines.length - 1, column: last.length + 1, offset: offset - 1 };
  const position = { start: { line: firstLine, column: 1, offset: firstOffset }, end };
  return { type: "table", align: delimiter.slice(1, -1).split("|").map(alignment), children: rows, position };
}

function alignment(cell: string): AlignType {
  const [left, right] = [cell.trim().startsWith(":"), cell.trim().endsWith(":")];
  return left && right ? "center" : left ? "left" : right ? "right" : null;
}

function readRow(line: string, number: number, offset: number): TableRow | undefined {
  const point = (column: number) => ({ line: number, column, offset: offset + column - 1 });
  const cells: TableCell[] = [];
  let column = 1;
  const words = line.slice(1, -1).split("|");
  for (const [index, typed] of words.entries()) {
    const content = readCell(typed, column + 1, point);
    if (content === undefined) return undefined;
    // The last cell takes the bar at the end of the row.
    const next = column + 1 + typed.length;
    const end = index === words.length - 1 ? next + 1 : next;
    cells.push({ type: "tableCell", children: content, position: { start: point(column), end: point(end) } });
    column = next;
  }
  return { type: "tableRow", children: cells, position: { start: point(1), end: point(line.length + 1) } };
}

type Point = { line: number; column: number; offset: number };

function readCell(typed: string, column: number, point: (column: number) => Point): PhrasingContent[] | undefined {
  const value = typed.trim();
  if (value === "") return [];
  const start = column + typed.length - typed.trimStart().length;
  const text = (words: string, from: number): PhrasingContent => ({
    type: "text",
    value: words,
    position: { start: point(from), end: point(from + words.length) },
  });
  if (PLAIN.test(value)) return [text(value, start)];
  const [, marks = "", words = ""] = EMPHASIS.exec(value) ?? [];
  if (words === "") return undefined;
  return [
    {
      type: marks.length === 1 ? "emphasis" : "strong",
      children: [text(words, start + marks.length)],
      position: { start: point(start), end: point(start + value.length) },
    },
  ];
}

/** Puts the tables in the places that were kept for them. */
export function putTables(parent: Parent, tables: ReadonlyMap<number, Table>): void {
  parent.children = parent.children.map((node): RootContent => {
    if (node.type === "containerDirective") putTables(node, tables);
    const table = node.type === "thematicBreak" ? tables.get(node.position?.start.offset ?? -1) : undefined;
    return table ?? node;
  });
}
