import type { Nodes } from "mdast";

/** Whether a node of a whole report is a part that is withheld: a passage, or an annex with its text. */
export function isWithheldPart(node: Nodes): boolean {
  return node.type === "exemptPassage" || (node.type === "annexSection" && node.notice !== undefined);
}
