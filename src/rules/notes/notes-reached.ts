import type { FootnoteDefinition, Nodes } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";

/**
 * The identifiers of the footnotes that a reader of the text comes to; one that only itself or an unread one refers to
 * is none of them.
 */
export function notesReached(text: ParsedText, written: readonly FootnoteDefinition[]): ReadonlySet<string> {
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
