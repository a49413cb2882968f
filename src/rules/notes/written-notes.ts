import type { FootnoteDefinition } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";

/** The footnotes of a text by their identifiers; of one that is written twice, the first. */
export function writtenNotes(text: ParsedText): ReadonlyMap<string, FootnoteDefinition> {
  const written = new Map<string, FootnoteDefinition>();
  for (const { node } of nodesOf(text, "footnoteDefinition"))
    if (!written.has(node.identifier)) written.set(node.identifier, node);
  return written;
}
