import type { ListItem, Paragraph, Strong } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ParsedText, Place } from "../model.ts";
import { placeOf, placeOnLine, typedText } from "../place.ts";

/** A number that an author typed at the start of a paragraph which Markdown does not read as a list. */
export interface TypedNumber {
  /** As it was typed: "1.1", "A2.", "(a)". */
  readonly typed: string;
  /** Without brackets and full stop, to be compared with the number due. */
  readonly number: string;
  readonly place: Place;
  readonly isBold: boolean;
}

/** micromark takes "2. Two" below indented code for a paragraph, so a plain number counts, too. */
const PLAIN =
  /^(?:\((?:[a-z]|[ivx]{2,4}|\d{1,3})\)(?=\s)|[A-Z]\d{1,3}(?:\.\d{1,3})*[.)](?=\s)|\d{1,4}[.)](?=["'“‘(]?\p{Lu})|\d{1,9}[.)](?=\s)|\d{1,3}(?:\.\d{1,3})+[.)]?(?=\s+["'“‘(*_[]*\p{Lu}))/u;
const BOLD_ALONE = /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]\d{1,3})[.)]?$/;
const BOLD_AT_START = /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]\d{1,3})[.)](?=\s)/;

/** The number that an author typed at the start of a paragraph, plain or in bold; `3\.5 million` with a backslash is none. */
export function typedNumberAt(text: ParsedText, paragraph: Paragraph): TypedNumber | undefined {
  const [first] = paragraph.children;
  if (first?.type === "strong") return boldNumber(text, first, textOf(paragraph).slice(textOf(first).length));
  if (first?.type !== "text") return undefined;
  const typed = PLAIN.exec(typedText(text, paragraph))?.[0];
  return typed === undefined ? undefined : found(typed, placeOf(text, paragraph), false);
}

function boldNumber(text: ParsedText, strong: Strong, following: string): TypedNumber | undefined {
  const words = textOf(strong).trim();
  const isFollowed = following === "" || /^\s*["'“‘(]?\p{Lu}/u.test(following);
  const typed = BOLD_ALONE.test(words) && isFollowed ? words : BOLD_AT_START.exec(words)?.[0];
  return typed === undefined ? undefined : found(typed, placeOf(text, strong), true);
}

function found(typed: string, place: Place, isBold: boolean): TypedNumber {
  const start = place.column + (isBold ? 2 : 0);
  return {
    typed,
    number: typed.replace(/(?<![().])[().]+$|^\(/g, ""),
    place: { ...place, column: start, endColumn: start + typed.length },
    isBold,
  };
}

/** The paragraph without the number that was typed at its start. */
export function withoutTypedNumber(paragraph: Paragraph, { typed, isBold }: TypedNumber): Paragraph {
  const [first, ...rest] = paragraph.children;
  if (first?.type === "text")
    return { ...paragraph, children: [{ ...first, value: first.value.slice(typed.length).trimStart() }, ...rest] };
  if (!isBold || first?.type !== "strong") return paragraph;
  const [inner, ...others] = first.children;
  const remaining = inner?.type === "text" ? inner.value.trimStart().slice(typed.length).trimStart() : "";
  if (inner?.type === "text" && (remaining !== "" || others.length > 0)) {
    return { ...paragraph, children: [{ ...first, children: [{ ...inner, value: remaining }, ...others] }, ...rest] };
  }
  const [next, ...further] = rest;
  if (next?.type !== "text") return { ...paragraph, children: rest };
  return { ...paragraph, children: [{ ...next, value: next.value.trimStart() }, ...further] };
}

/** The digits that an author typed for an item of a list; Markdown itself counts on from the first item's. */
export function typedDigits(text: ParsedText, item: ListItem): { readonly digits: number; readonly place: Place } {
  const typed = /^\d{1,9}/.exec(typedText(text, item))?.[0] ?? "";
  const place = placeOf(text, item);
  return { digits: Number(typed), place: { ...place, endColumn: place.column + typed.length + 1 } };
}

/** A line within a paragraph that begins with digits and a full stop, as an item of a list would. */
export interface NumberedLine {
  readonly digits: number;
  readonly place: Place;
}

/** The lines that Markdown took into a paragraph although they begin with a number. */
export function numberedLinesIn(text: ParsedText, paragraph: Paragraph): readonly NumberedLine[] {
  const first = paragraph.position?.start.line ?? 0;
  return typedText(text, paragraph)
    .split("\n")
    .flatMap((line, index): NumberedLine[] => {
      const match = index === 0 ? null : /^([\s>]*)(\d{1,9})[.)]\s+\S/.exec(line);
      if (match === null) return [];
      const column = (match[1]?.length ?? 0) + 1;
      return [
        {
          digits: Number(match[2]),
          place: placeOnLine(text, first + index, column, column + (match[2]?.length ?? 0) + 1),
        },
      ];
    });
}
