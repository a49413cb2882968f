import type { Node } from "mdast";
import type { Place } from "../model/source.ts";
import { countWhile } from "./count-while.ts";

/** A text that places are counted in. */
export interface Readable {
  readonly path: string;
  readonly text: string;
}

/** The place of a range of a source's text; on more than one line, only its first line is marked. */
export function placeAt(source: Readable, start: number, end: number): Place {
  const starts = lineStartsOf(source);
  const line = countWhile(starts, (one) => one <= start);
  const lineStart = starts[line - 1] ?? 0;
  const lineEnd = (starts[line] ?? source.text.length + 1) - 1;
  const column = start - lineStart + 1;
  const last = Math.min(end, lineEnd);
  return { path: source.path, line, column, endColumn: Math.max(last - lineStart + 1, column + 1) };
}

/**
 * The offsets at which the lines of a text begin; counted once for a text, because thousands of places may lie in it.
 */
function lineStartsOf(source: Readable): readonly number[] {
  const known = LINE_STARTS.get(source);
  if (known?.text === source.text) return known.starts;
  const { text } = source;
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  LINE_STARTS.set(source, { text, starts });
  return starts;
}

const LINE_STARTS = new WeakMap<Readable, { readonly text: string; readonly starts: readonly number[] }>();

/** The place of a node of a parsed text. */
export function placeOf(text: Readable, node: Node): Place {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const end = node.position?.end;
  const endColumn = end?.line === start.line ? end.column : undefined;
  return { path: text.path, line: start.line, column: start.column, endColumn };
}

/** The place of part of a line that a parsed text holds. */
export function placeOnLine(text: Readable, line: number, column: number, endColumn: number): Place {
  return { path: text.path, line, column, endColumn };
}

/** What an author typed for a node, as it is in the file. */
export function typedText(text: Readable, node: Node): string {
  return text.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/**
 * Tells of an offset whether the text of any of the nodes holds it. However many they are, an answer takes a few steps.
 */
export function coverageOf(nodes: readonly Node[]): (offset: number) => boolean {
  return withinAny(nodes.map(({ position }) => [position?.start.offset ?? 0, (position?.end.offset ?? 0) - 1]));
}

/** Tells of a line whether any of the nodes is on it. */
export function linesOf(nodes: readonly Node[]): (line: number) => boolean {
  return withinAny(nodes.map(({ position }) => [position?.start.line ?? 0, position?.end.line ?? -1]));
}

function withinAny(ranges: readonly (readonly [first: number, last: number])[]): (at: number) => boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    starts.push(first);
    // The furthest end of all that begin here or before.
    ends.push(Math.max(ends.at(-1) ?? -1, last));
  }
  return (at) => (ends[countWhile(starts, (one) => one <= at) - 1] ?? -1) >= at;
}
