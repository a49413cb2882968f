import type { Position, Range } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Cursor, linesOf } from "../editor/cursor.ts";
import { type Encoding, fromEditor, toEditor } from "../editor/position-encoding.ts";
import type { Place } from "../model/source.ts";

/** A text whose lines an editor counts in its own way. */
export interface CountedText {
  readonly lines: readonly string[];
  /** Whether it begins with a byte-order mark, which an editor counts and nobody else does. */
  readonly hasMark: boolean;
}

/** The lines of a text as an editor has it. */
export function countedText(text: string): CountedText {
  return { lines: linesOf(text), hasMark: text.startsWith("\uFEFF") };
}

/** Where an editor says that the cursor is. */
export function cursorAt(path: string, text: CountedText, position: Position, encoding: Encoding): Cursor {
  const { typed, mark } = lineAt(text, position.line);
  const units = fromEditor(typed, position.character, encoding) - mark;
  return { path, line: position.line + 1, column: Math.max(units, 0) + 1 };
}

/** A place as an editor counts; without an end, it is the rest of its line. */
export function rangeOf(text: CountedText | undefined, place: Omit<Place, "path">, encoding: Encoding): Range {
  const line = place.line - 1;
  if (text === undefined) {
    const end = place.endColumn ?? place.column;
    return { start: { line, character: place.column - 1 }, end: { line, character: end - 1 } };
  }
  const { typed, mark } = lineAt(text, line);
  const at = (column: number): Position => ({ line, character: toEditor(typed, column - 1 + mark, encoding) });
  return { start: at(place.column), end: at(place.endColumn ?? typed.trimEnd().length + 1 - mark) };
}

function lineAt({ lines, hasMark }: CountedText, line: number): { readonly typed: string; readonly mark: 0 | 1 } {
  const mark = hasMark && line === 0 ? 1 : 0;
  return { typed: (mark === 1 ? "\uFEFF" : "") + (lines[line] ?? ""), mark };
}

/** A position as an editor counts, as one in UTF-16 units of the document. */
export function inUnits(document: TextDocument, { line, character }: Position, encoding: Encoding): Position {
  return { line, character: fromEditor(lineOf(document, line), character, encoding) };
}

/** A place in a document, in UTF-16 units from its start, as an editor counts. */
export function positionIn(document: TextDocument, offset: number, encoding: Encoding): Position {
  const { line, character } = document.positionAt(offset);
  return { line, character: toEditor(lineOf(document, line), character, encoding) };
}

function lineOf(document: TextDocument, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/(?:\r\n|\r|\n)$/, "");
}
