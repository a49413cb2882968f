import type { Node } from "mdast";
import type { ParsedText, Place } from "./model.ts";

/** A text that places are counted in. */
export interface Readable {
  readonly path: string;
  readonly text: string;
}

/** The place of a range of a source's text; on more than one line, only its first line is marked. */
export function placeAt(source: Readable, start: number, end: number): Place {
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  let line = 1;
  for (
    let index = source.text.indexOf("\n");
    index !== -1 && index < start;
    index = source.text.indexOf("\n", index + 1)
  )
    line++;
  const lineEnd = source.text.indexOf("\n", start);
  const column = start - lineStart + 1;
  const last = Math.min(end, lineEnd === -1 ? source.text.length : lineEnd);
  return { path: source.path, line, column, endColumn: Math.max(last - lineStart + 1, column + 1) };
}

/** The place of a node of a parsed text. */
export function placeOf(text: ParsedText, node: Node): Place {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const end = node.position?.end;
  const endColumn = end?.line === start.line ? end.column : undefined;
  return { path: text.path, line: start.line, column: start.column, endColumn };
}

/** The place of part of a line that a parsed text holds. */
export function placeOnLine(text: ParsedText, line: number, column: number, endColumn: number): Place {
  return { path: text.path, line, column, endColumn };
}

/** What an author typed for a node, as it stands in the file. */
export function typedText(text: ParsedText, node: Node): string {
  return text.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Whether a node's own text holds the character at an offset. */
export function covers({ position }: Node, offset: number): boolean {
  return offset >= (position?.start.offset ?? 0) && offset < (position?.end.offset ?? 0);
}
