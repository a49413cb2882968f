import type { Definition } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";

/** The `[name]: address` lines of a text by their names; of two for one name, the first, which counts. */
export function writtenDefinitions(text: ParsedText): ReadonlyMap<string, Definition> {
  const written = new Map<string, Definition>();
  for (const { node } of nodesOf(text, "definition"))
    if (!written.has(node.identifier)) written.set(node.identifier, node);
  return written;
}
