import type { FootnoteDefinition, Nodes } from "mdast";
import type { ParsedText } from "../model.ts";
import { placeOf, placeOnLine } from "../place.ts";
import { type Check, nodesOf } from "./check.ts";

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
  const reached = reachedFrom(text, [...written.values()]);
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
    for (const match of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
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

/** The footnotes that a reader of the text comes to; one that only itself or an unread one refers to is none of them. */
function reachedFrom(text: ParsedText, written: readonly FootnoteDefinition[]): ReadonlySet<string> {
  const references = new Map<string | undefined, string[]>();
  for (const { node } of nodesOf(text, "footnoteReference")) {
    const from = written.find((note) => holds(note, node))?.identifier;
    const others = references.get(from);
    if (others === undefined) references.set(from, [node.identifier]);
    else others.push(node.identifier);
  }
  const reached = new Set<string>();
  const visit = (from: string | undefined): void => {
    for (const to of references.get(from) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      visit(to);
    }
  };
  visit(undefined);
  return reached;
}

function holds({ position: outer }: Nodes, { position: inner }: Nodes): boolean {
  if (outer === undefined || inner === undefined) return false;
  return (inner.start.offset ?? 0) >= (outer.start.offset ?? 0) && (inner.end.offset ?? 0) <= (outer.end.offset ?? 0);
}
