import type { FootnoteDefinition } from "mdast";
import { placeOf, placeOnLine } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";
import { notesReached } from "./notes-reached.ts";

/** A footnote that is not referred to would vanish from the page; one that is not written leaves a reader looking for it. */
export const footnotes: Check = (text, raise) => {
  const written = new Map<string, FootnoteDefinition>();
  for (const { node } of nodesOf(text, "footnoteDefinition")) {
    const first = written.get(node.identifier);
    if (first === undefined) written.set(node.identifier, node);
    else {
      raise({
        rule: "footnote-twice",
        place: placeOf(text, node),
        message: `footnote ${node.label ?? node.identifier} is written twice`,
        fix: "give one of them another number or name",
        related: { message: "first written here", place: placeOf(text, first) },
      });
    }
  }
  const reached = notesReached(text, [...written.values()]);
  for (const [identifier, node] of written) {
    if (reached.has(identifier)) continue;
    const label = node.label ?? identifier;
    raise({
      rule: "footnote-unused",
      place: placeOf(text, node),
      message: `footnote ${label} is never referred to, and would not be published`,
      fix: `put [^${label}] where the note belongs, or delete the note`,
    });
  }
  for (const { node } of nodesOf(text, "text")) {
    if (!node.value.includes("[^")) continue;
    for (const match of node.value.matchAll(/\[\^([^[\]\s]+)\]/g)) {
      const start = node.position?.start;
      const before = node.value.slice(0, match.index).split("\n");
      const line = (start?.line ?? 1) + before.length - 1;
      const column = (before.length === 1 ? (start?.column ?? 1) : 1) + (before.at(-1)?.length ?? 0);
      raise({
        rule: "footnote-undefined",
        place: placeOnLine(text, line, column, column + match[0].length),
        message: `there is no footnote ${match[1]}`,
        fix: `write the note on a line of its own: [^${match[1]}]: …`,
      });
    }
  }
};
