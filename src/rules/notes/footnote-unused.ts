import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { notesReached } from "./notes-reached.ts";
import { writtenNotes } from "./written-notes.ts";

/** A footnote that is not referred to would vanish from the page. */
export const footnoteUnused = rule({
  id: "footnote-unused",
  severity: "error",
  group: "notes",
  ofPublicPartAlone: "untold",
  summary: "a footnote is written and never referred to",
  remedy: "refer to the note in the text, or delete it",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const written = writtenNotes(text);
  const reached = notesReached(text, [...written.values()]);
  for (const [identifier, node] of written) {
    if (reached.has(identifier)) continue;
    const label = node.label ?? identifier;
    raise({
      place: placeOf(text, node),
      message: `footnote ${label} is never referred to, and would not be published`,
      fix: `put [^${label}] where the note belongs, or delete the note`,
    });
  }
}
