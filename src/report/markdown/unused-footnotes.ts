import type { FootnoteDefinition, Parent } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { notesReached } from "../../rules/notes/notes-reached.ts";
import { nodesOf } from "../../text/nodes-of.ts";

interface PlacedNote {
  readonly node: FootnoteDefinition;
  readonly parent: Parent;
}

/** The notes of a text that nothing in it refers to, each with the node that holds it. */
export function unreachedNotes(text: ParsedText): readonly PlacedNote[] {
  const notes = nodesOf(text, "footnoteDefinition");
  const reached = notesReached(
    text,
    notes.map(({ node }) => node),
  );
  return notes.filter(({ node }) => !reached.has(node.identifier));
}

/** Takes notes out of the tree that they are in. */
export function removeNotes(notes: readonly PlacedNote[]): void {
  for (const { node, parent } of notes) parent.children = parent.children.filter((child) => child !== node);
}
