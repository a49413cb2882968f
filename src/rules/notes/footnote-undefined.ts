import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOnLine } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A footnote that is not written leaves a reader looking for it. */
export const footnoteUndefined = rule({
  id: "footnote-undefined",
  severity: "error",
  group: "notes",
  ofPublicPartAlone: "untold",
  summary: "a footnote is referred to and not written",
  remedy: "write the note on a line of its own",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "text")) {
    if (!node.value.includes("[^")) continue;
    for (const match of node.value.matchAll(/\[\^([^[\]\s]+)\]/g)) {
      const start = node.position?.start;
      const before = node.value.slice(0, match.index).split("\n");
      const line = (start?.line ?? 1) + before.length - 1;
      const column = (before.length === 1 ? (start?.column ?? 1) : 1) + (before.at(-1)?.length ?? 0);
      raise({
        place: placeOnLine(text, line, column, column + match[0].length),
        message: `there is no footnote ${match[1]}`,
        fix: `write the note on a line of its own: [^${match[1]}]: …`,
      });
    }
  }
}
