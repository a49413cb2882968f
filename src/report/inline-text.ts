import type { FootnoteDefinition, Nodes, Parent, RootContent, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point, Position } from "unist";
import type { ParsedText, Place } from "../model.ts";
import { placeOnLine } from "../place.ts";
import { typedOffset } from "./typed-offset.ts";

/** The running text of a paragraph, cell or caption in one string, whatever stands in emphasis or links. */
export interface InlineText {
  readonly text: string;
  readonly block: Parent;
  readonly pieces: readonly Piece[];
  /** How much of the text stands in a node that has children. */
  readonly lengths: ReadonlyMap<Nodes, number>;
}

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly isInLink: boolean;
}

/** Stands in the text for what is not running text: code, an image. */
const OBJECT = "\uFFFC";

/** Gathers the running text of a block that holds inline content only. */
export function inlineText(block: Parent): InlineText {
  const pieces: Piece[] = [];
  const lengths = new Map<Nodes, number>();
  let text = "";
  const gather = (parent: Parent, isInLink: boolean): void => {
    for (const node of parent.children) {
      if (node.type === "text") {
        pieces.push({ node, start: text.length, isInLink });
        text += node.value;
      } else if (node.type === "break") text += "\n";
      else if (node.type === "inlineCode" || node.type === "image") text += OBJECT;
      else if ("children" in node) {
        const start = text.length;
        gather(node, isInLink || node.type === "link");
        lengths.set(node, text.length - start);
      }
    }
  };
  gather(block, false);
  return { text, block, pieces, lengths };
}

/** How much of the running text stands in a node of the block. */
export function lengthInText({ lengths }: InlineText, node: Nodes): number {
  if (node.type === "text") return node.value.length;
  if (node.type === "break" || node.type === "inlineCode" || node.type === "image") return 1;
  return lengths.get(node) ?? 0;
}

/** Part of a text node. Where the author typed the node's text to the letter, the part has its own position; else, the whole's. */
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
  const lines = text.slice(0, length).split("\n");
  const last = lines.at(-1)?.length ?? 0;
  const column = lines.length === 1 ? start.column + last : last + 1;
  return { line: start.line + lines.length - 1, column, offset: (start.offset ?? 0) + length };
}

/** The text node that a place in running text lies in: the last that begins at or before it. */
export function pieceAt({ pieces }: InlineText, at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

/** The place in the author's file of a stretch of running text. */
export function placeInText(text: ParsedText, inline: InlineText, start: number, end: number): Place {
  const piece = pieceAt(inline, start) ?? inline.pieces[0];
  const position = piece?.node.position;
  if (piece === undefined || position === undefined) return placeOnLine(text, 1, 1, 2);
  const words = inline.text.slice(start, Math.min(end, piece.start + piece.node.value.length));
  const typed = text.text.slice(position.start.offset ?? 0, position.end.offset ?? 0);
  const offset = typed === piece.node.value ? start - piece.start : offsetOf(words, typed, piece, start);
  const point = pointAt(position.start, typed, offset);
  return placeOnLine(text, point.line, point.column, point.column + words.split("\n", 1).join("").length);
}

function offsetOf(words: string, typed: string, { node, start }: Piece, at: number): number {
  const offset = typedOffset(typed, node.value, at - start);
  return offset !== undefined && typed.startsWith(words, offset) ? offset : Math.max(0, typed.indexOf(words));
}

/** What a block that is met in reading order belongs to. */
export interface Surroundings {
  readonly id: string;
  /** How a reader would name it: "paragraph 14", "a note". */
  readonly words: string;
  /** The text that the block's positions count in. */
  readonly text: ParsedText;
  /** The letter of the annex that it stands in. */
  readonly annex?: string;
  /** The identifier of the note that it stands in. */
  readonly note?: string;
  /** In a quotation, whose words are another's. */
  readonly isQuoted?: true;
  /** Not for publication, where only members have it. */
  readonly isWithheld?: true;
}

/** Calls `visit` for every block of running text, in the order in which the page is read: footnotes come last. */
export function eachInlineBlock(
  content: readonly RootContent[],
  text: ParsedText,
  visit: (block: Parent, where: Surroundings) => void,
): void {
  const notes: { readonly note: FootnoteDefinition; readonly where: Surroundings }[] = [];
  const walk = (node: Nodes, where: Surroundings): void => {
    if (node.type === "footnoteDefinition") notes.push({ note: node, where });
    else if (node.type === "paragraph" || node.type === "tableCell" || node.type === "caption") visit(node, where);
    else if ("children" in node && node.type !== "heading") walkAll(node.children, within(node, where));
  };
  const walkAll = (nodes: readonly Nodes[], where: Surroundings): void => {
    let current = where;
    for (const node of nodes) {
      if (node.type === "heading" && node.data?.id !== undefined)
        current = { ...where, id: node.data.id, words: `the section “${textOf(node)}”` };
      walk(node, current);
    }
  };
  walkAll(content, { id: "top", words: "the opening", text });
  for (const { note, where } of notes) {
    const { identifier } = note;
    walkAll(note.children, { ...where, id: `fn-${identifier}`, words: "a note", note: identifier });
  }
}

function within(node: Nodes, where: Surroundings): Surroundings {
  if (node.type === "numberedParagraph") return { ...where, id: node.id, words: `paragraph ${node.number}` };
  if (node.type === "annexSection") {
    const { letter, kind, writtenIn = where.text, notice } = node;
    const withheld = notice === undefined ? {} : { isWithheld: true as const };
    return { ...where, id: `annex-${letter}`, words: `${kind} ${letter}`, text: writtenIn, annex: letter, ...withheld };
  }
  if (node.type === "exemptPassage") return { ...where, isWithheld: true };
  if (node.type === "blockquote") return { ...where, isQuoted: true };
  return where;
}
