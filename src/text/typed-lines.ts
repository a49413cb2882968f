import type { Node } from "mdast";
import type { Place } from "../model/source.ts";
import { placeOf, placeOnLine, type Readable, typedText } from "./place.ts";

/** One line of what an author typed for a node, without the blanks around it; lines and columns count from 1. */
export interface TypedLine {
  readonly typed: string;
  readonly line: number;
  readonly column: number;
}

/** The lines that an author typed for a node. */
export function typedLines(text: Readable, node: Node): readonly TypedLine[] {
  const start = node.position?.start ?? { line: 1, column: 1 };
  return typedText(text, node)
    .split("\n")
    .map((whole, index) => {
      // The lines of a quotation have its signs at their start, but for the first.
      const typed = index === 0 ? whole.trimStart() : whole.replace(/^[\s>]*/, "");
      const column = (index === 0 ? start.column : 1) + whole.length - typed.length;
      return { typed: typed.trimEnd(), line: start.line + index, column };
    });
}

/** The place of part of a line, or of all of it; offsets count from the first character that is no blank. */
export function placeInLine(text: Readable, { typed, line, column }: TypedLine, from = 0, to = typed.length): Place {
  return placeOnLine(text, line, column + from, column + Math.max(to, from + 1));
}

/** The place of the first line of a node, the whole of it. */
export function placeOfFirstLine(text: Readable, node: Node): Place {
  const [first] = typedLines(text, node);
  return first === undefined ? placeOf(text, node) : placeInLine(text, first);
}
