import type { RootContent } from "mdast";
import type { ParsedText } from "../model.ts";
import { nodesOf } from "../rules/check.ts";
import { notesReached } from "../rules/notes-reached.ts";

/** Takes the notes out of a text that nothing in it refers to. Changes the text's tree. */
export function removeUnreachedNotes(text: ParsedText): void {
  const notes = nodesOf(text, "footnoteDefinition");
  const reached = notesReached(
    text,
    notes.map(({ node }) => node),
  );
  for (const { node, parent } of notes) {
    if (reached.has(node.identifier)) continue;
    parent.children = parent.children.filter((child: RootContent | typeof node) => child !== node);
  }
}
