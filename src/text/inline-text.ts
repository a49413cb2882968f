import type { Nodes, Parent, Text } from "mdast";
import type { Point, Position } from "unist";
import type { Place } from "../model/source.ts";
import { countWhile } from "./count-while.ts";
import { placeOf, placeOnLine, type Readable } from "./place.ts";
import { typedOffsets } from "./source-offsets.ts";

/** The running text of a paragraph, cell or caption in one string, whatever is in emphasis or links. */
export interface InlineText {
  readonly text: string;
  readonly block: Parent;
  readonly pieces: readonly Piece[];
  /** How much of the text is in a node that has children. */
  readonly lengths: ReadonlyMap<Nodes, number>;
  /** Where the author broke a line for certain. */
  readonly breaks: readonly number[];
}

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly isInLink: boolean;
}

/** Stands in the text for what is not running text: code, an image. */
const OBJECT = "\uFFFC";

const NONE: InlineText["lengths"] = new Map();

/** Gathers the running text of a block that holds inline content only. */
export function inlineText(block: Parent): InlineText {
  const [only] = block.children;
  // Most are one text: there is nothing to gather.
  if (only?.type === "text" && block.children.length === 1)
    return { text: only.value, block, pieces: [{ node: only, start: 0, isInLink: false }], lengths: NONE, breaks: [] };
  const pieces: Piece[] = [];
  const lengths = new Map<Nodes, number>();
  const breaks: number[] = [];
  let text = "";
  const gather = (parent: Parent, isInLink: boolean): void => {
    for (const node of parent.children) {
      if (node.type === "text") {
        pieces.push({ node, start: text.length, isInLink });
        text += node.value;
      } else if (isLineBreak(node)) {
        breaks.push(text.length);
        text += "\n";
      } else if (node.type === "inlineCode" || node.type === "image") text += OBJECT;
      else if ("children" in node) {
        const start = text.length;
        gather(node, isInLink || node.type === "link");
        lengths.set(node, text.length - start);
      }
    }
  };
  gather(block, false);
  return { text, block, pieces, lengths, breaks };
}

/** A backslash or blanks at the end of a line, or `<br>` in a cell. */
function isLineBreak(node: Nodes): boolean {
  return node.type === "break" || (node.type === "html" && /^<br\s*\/?>$/i.test(node.value));
}

/** How much of the running text is in a node of the block. */
export function lengthInText({ lengths }: InlineText, node: Nodes): number {
  if (node.type === "text") return node.value.length;
  if (isLineBreak(node) || node.type === "inlineCode" || node.type === "image") return 1;
  return lengths.get(node) ?? 0;
}

/**
 * Part of a text node. Where the author typed the node's text to the letter, the part has its own position; else, the
 * whole's.
 */
export function partOfText({ value, position }: Text, start: number, end: number): Text {
  const isExact = position !== undefined && lengthOf(position) === value.length;
  return {
    type: "text",
    value: value.slice(start, end),
    position: isExact
      ? { start: pointAt(position.start, value, start), end: pointAt(position.start, value, end) }
      : position,
  };
}

function lengthOf(position: Position): number {
  return (position.end.offset ?? 0) - (position.start.offset ?? 0);
}

function pointAt(start: Point, text: string, length: number): Point {
  if (counted.text !== text || counted.length > length) counted = { text, length: 0, breaks: 0, lastBreak: -1 };
  for (let at = text.indexOf("\n", counted.length); at !== -1 && at < length; at = text.indexOf("\n", at + 1)) {
    counted.breaks++;
    counted.lastBreak = at;
  }
  counted.length = length;
  const { breaks, lastBreak } = counted;
  const column = breaks === 0 ? start.column + length : length - lastBreak;
  return { line: start.line + breaks, column, offset: (start.offset ?? 0) + length };
}

/**
 * The line ends of the last text as far as they were counted: thousands of its places are asked for, mostly in order.
 */
let counted = { text: "", length: 0, breaks: 0, lastBreak: -1 };

/** The text node that a place in running text lies in: the last that begins at or before it. */
export function pieceAt({ pieces }: InlineText, at: number): Piece | undefined {
  return pieces[countWhile(pieces, ({ start }) => start <= at) - 1];
}

/** The place in the author's file of a stretch of running text. */
export function placeInText(text: Readable, inline: InlineText, start: number, end: number): Place {
  const piece = pieceAt(inline, start) ?? inline.pieces[0];
  const position = piece?.node.position;
  if (piece === undefined || position === undefined) return placeOf(text, inline.block);
  const { typed, lineStarts, offsets } = measure(text, piece, position);
  // The words of `[](#review)` are the program's.
  if (typed.startsWith("[]")) return placeOf(text, piece.node);
  const words = inline.text.slice(start, Math.min(end, piece.start + piece.node.value.length));
  const found = offsets === undefined ? start - piece.start : offsets[start - piece.start];
  const [first = ""] = /^(?:[\p{L}\p{N}]+|.)/su.exec(words) ?? [];
  const offset = found !== undefined && typed.startsWith(first, found) ? found : Math.max(0, typed.indexOf(words));
  const line = lastAtOrBefore(lineStarts, offset);
  const column = offset - (lineStarts[line] ?? 0) + (line === 0 ? position.start.column : 1);
  return placeOnLine(text, position.start.line + line, column, column + words.split("\n", 1).join("").length);
}

/**
 * What the places within a piece are counted from. Found once for each, or a long text with many findings would take
 * its square.
 */
interface Measures {
  readonly typed: string;
  readonly lineStarts: readonly number[];
  /** Where each character is in what was typed, where the two differ. */
  readonly offsets: readonly number[] | undefined;
}

const measured = new WeakMap<Piece, Measures>();

function measure(text: Readable, piece: Piece, position: Position): Measures {
  const known = measured.get(piece);
  if (known !== undefined) return known;
  const { value } = piece.node;
  const typed = text.text.slice(position.start.offset ?? 0, position.end.offset ?? 0);
  const lineStarts = [0];
  for (let at = typed.indexOf("\n"); at !== -1; at = typed.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  const measures = { typed, lineStarts, offsets: typed === value ? undefined : typedOffsets(typed, value) };
  measured.set(piece, measures);
  return measures;
}

/** The index of the last of some ascending numbers that is not above another. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  return Math.max(0, countWhile(numbers, (number) => number <= limit) - 1);
}
