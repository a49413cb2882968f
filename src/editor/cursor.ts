import type { Node, Nodes } from "mdast";

/** Where an author is in a file; lines and columns are counted from 1, columns in UTF-16 units. */
export interface Cursor {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A file as it is in the editor, by its lines, without their ends. */
export interface EditedFile {
  readonly path: string;
  readonly lines: readonly string[];
}

/** The lines of a text; of a byte-order mark nothing is left. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
}

/** What is written on the cursor's line before it. */
export function textBefore({ lines }: EditedFile, { line, column }: Cursor): string {
  return (lines[line - 1] ?? "").slice(0, column - 1);
}

/** A stretch of one line, by its columns. */
export interface Stretch {
  readonly column: number;
  readonly endColumn: number;
  readonly text: string;
}

/** The first stretch of the cursor's line that a pattern matches and that holds the cursor. */
export function stretchAt(
  { lines }: EditedFile,
  { line, column }: Cursor,
  pattern: RegExp,
): (Stretch & { readonly match: RegExpMatchArray }) | undefined {
  for (const match of (lines[line - 1] ?? "").matchAll(pattern)) {
    const from = match.index + 1;
    const endColumn = from + match[0].length;
    if (from <= column && column <= endColumn) return { column: from, endColumn, text: match[0], match };
  }
  return undefined;
}

/** Whether the first line is `---`, and the cursor is in the lines between it and the next. */
export function isInFields({ lines }: EditedFile, { line }: Cursor): boolean {
  if (lines[0] !== "---" || line < 2) return false;
  const close = lines.indexOf("---", 1);
  return close === -1 ? line - 1 < firstOfText(lines) : line - 1 < close;
}

/** Where the second line of `---` is missing, the fields end at the first line that is none. */
function firstOfText(lines: readonly string[]): number {
  const heading = lines.findIndex((text, index) => index > 0 && /^#{1,6} /.test(text));
  return heading === -1 ? lines.length : heading;
}

/**
 * Where the words of a node are on the cursor's line, if they hold the cursor. The position of words that were not typed
 * to the letter is that of all that is around them, so they are looked for.
 */
export function wordsAt(node: Nodes, file: EditedFile, cursor: Cursor): Stretch | undefined {
  if (!holdsLine(node, cursor)) return undefined;
  const line = file.lines[cursor.line - 1] ?? "";
  if (node.type === "text")
    return node.value
      .split("\n")
      .map((text) => occurrence(text.trim(), node, line, cursor))
      .find(Boolean);
  if (!("children" in node)) return undefined;
  const found = node.children.map((child) => wordsAt(child, file, cursor)).find(Boolean);
  if (found !== undefined || node.type !== "link" || node.position === undefined) return found;
  // A link that the author made: its address, and one without words.
  const { start, end } = node.position;
  const isAround = start.line === end.line && start.column <= cursor.column && cursor.column <= end.column;
  const stretch = { column: start.column, endColumn: end.column, text: line.slice(start.column - 1, end.column - 1) };
  return isAround ? stretch : undefined;
}

function occurrence(text: string, node: Node, line: string, cursor: Cursor): Stretch | undefined {
  if (text === "") return undefined;
  for (let at = line.indexOf(text); at !== -1; at = line.indexOf(text, at + 1)) {
    const [column, endColumn] = [at + 1, at + 1 + text.length];
    if (column > cursor.column || cursor.column > endColumn) continue;
    const { line: first, column: begin } = node.position?.start ?? { line: 0, column: 0 };
    const isExact = first === cursor.line && begin === column;
    const isWord = !OF_A_WORD.test(line.charAt(at - 1)) && !OF_A_WORD.test(line.charAt(at + text.length));
    if (isExact || (isWord && isWithin(node, cursor.line, column))) return { column, endColumn, text };
  }
  return undefined;
}

const OF_A_WORD = /[\p{L}\p{N}]/u;

function holdsLine({ position }: Node, { line }: Cursor): boolean {
  return position === undefined || (position.start.line <= line && line <= position.end.line);
}

function isWithin({ position }: Node, line: number, column: number): boolean {
  if (position === undefined) return true;
  const { start, end } = position;
  return !(line === start.line && column < start.column) && !(line === end.line && column >= end.column);
}
