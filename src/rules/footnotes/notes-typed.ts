import { placeInLine, typedLines } from "../../text/typed-lines.ts";
import { type Check, nodesOf } from "../check.ts";

/** Straight behind a word or a sign; `[^1]` is a note, and `[1](address)` a link. */
const MARK = /(?<=[\p{L}\p{N}.,;:!?”’"')\]])\[(\d{1,3})\](?![([:])/gu;
const AT_START = /^\[\d{1,3}\]\s+\S/;

/** Notes that were typed as text, as they come from a word processor: they lead nowhere, and run together. */
export const notesTyped: Check = (text, raise) => {
  const marks = nodesOf(text, "paragraph").flatMap(({ node }) =>
    typedLines(text, node).flatMap((line) =>
      [...line.typed.matchAll(MARK)].map(({ 0: typed, 1: number, index }) => ({
        typed,
        number,
        place: placeInLine(text, line, index, index + typed.length),
      })),
    ),
  );
  const [first, ...others] = marks;
  if (first === undefined) return;
  const hasNotes = nodesOf(text, "paragraph").some(({ node }) =>
    typedLines(text, node).some(({ typed }) => AT_START.test(typed)),
  );
  if (others.length === 0 && !hasNotes) return;
  const more =
    others.length === 0 ? "" : others.length === 1 ? ", and another below it" : `, and ${others.length} more below it`;
  raise({
    rule: "note-typed",
    place: first.place,
    message: `${first.typed} is typed here as text${more}: it leads to no note`,
    fix: `write [^${first.number}] in its place, and each note on a line of its own that begins with [^${first.number}]: and a blank`,
  });
};
