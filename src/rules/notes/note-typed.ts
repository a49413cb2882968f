import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeInLine, typedLines } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** Straight behind a word or a sign; `[^1]` is a note, and `[1](address)` a link. */
const MARK = /(?<=[\p{L}\p{N}.,;:!?”’"')\]])\[(\d{1,3})\](?![([:])/gu;
const AT_START = /^\[\d{1,3}\]\s+\S/;

/** Notes that were typed as text, as they come from a word processor: they lead nowhere, and run together. */
export const noteTyped = rule({
  id: "note-typed",
  severity: "warning",
  group: "notes",
  summary: "notes are typed as [1], as text, and lead nowhere",
  remedy: "write [^1] in the text, and each note on a line of its own that begins with [^1]: and a blank",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
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
    place: first.place,
    message: `${first.typed} is typed here as text${more}: it leads to no note`,
    fix: `write [^${first.number}] in its place, and each note on a line of its own that begins with [^${first.number}]: and a blank`,
  });
}
