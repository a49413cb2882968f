import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeAt } from "../../text/place.ts";
import { typedLines } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** `[^1]` is a note, and `[1](address)` a link. */
const MARK = /\[(\d{1,3})\](?![([:])/g;
/** It is straight after a word or a sign. */
const BEFORE_MARK = /[\p{L}\p{N}.,;:!?”’"')\]*_]/u;
const AT_START = /^\[\d{1,3}\]\s+\S/;

/** A note's mark that was typed as text. */
export interface TypedNoteMark {
  readonly number: string;
  /** Where its bracket is in the text. */
  readonly offset: number;
}

/** The marks of notes that were typed as text, in reading order; in code there are none. */
export function typedNoteMarks(text: ParsedText): readonly TypedNoteMark[] {
  return nodesOf(text, "text").flatMap(({ node: { position } }) => {
    const start = position?.start.offset ?? 0;
    const typed = text.text.slice(start, position?.end.offset);
    return [...typed.matchAll(MARK)].flatMap(({ 1: number = "", index }) => {
      const offset = start + index;
      return BEFORE_MARK.test(text.text.charAt(offset - 1)) ? [{ number, offset }] : [];
    });
  });
}

/** Notes that were typed as text, as they come from a word processor: they lead nowhere, and run together. */
export const noteTyped = rule({
  id: "note-typed",
  severity: "warning",
  group: "notes",
  summary: "notes are typed as [1], as text, and lead nowhere",
  remedy:
    "write [^1] in the text, and each note on a line of its own that begins with [^1]: and a space, or run `npx scrutineer fix`",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const [first, ...others] = typedNoteMarks(text);
  if (first === undefined) return;
  const hasNotes = nodesOf(text, "paragraph").some(({ node }) =>
    typedLines(text, node).some(({ typed }) => AT_START.test(typed)),
  );
  if (others.length === 0 && !hasNotes) return;
  const { number, offset } = first;
  const typed = `[${number}]`;
  const more =
    others.length === 0 ? "" : others.length === 1 ? ", and another below it" : `, and ${others.length} more below it`;
  raise({
    place: placeAt(text, offset, offset + typed.length),
    message: `${typed} is typed here as text${more}: it leads to no note`,
    fix: `write [^${number}] in its place, and each note on a line of its own that begins with [^${number}]: and a space`,
  });
}
