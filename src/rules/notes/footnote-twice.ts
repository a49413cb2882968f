import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { writtenNotes } from "./written-notes.ts";

/** Of two footnotes with one name, only the first would be published. */
export const footnoteTwice = rule({
  id: "footnote-twice",
  severity: "error",
  group: "notes",
  summary: "a footnote is written twice",
  remedy: "give one of them another number or name",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const written = writtenNotes(text);
  for (const { node } of nodesOf(text, "footnoteDefinition")) {
    const first = written.get(node.identifier);
    if (first === undefined || first === node) continue;
    raise({
      place: placeOf(text, node),
      message: `footnote ${node.label ?? node.identifier} is written twice`,
      related: { message: "first written here", place: placeOf(text, first) },
    });
  }
}
