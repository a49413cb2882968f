import type { Nodes, Parent } from "mdast";
import type { ParsedText } from "../model/tree.ts";

type NodeOfType<Type extends Nodes["type"]> = Extract<Nodes, { type: Type }>;

/** The nodes of one type, each with its parent, in reading order. */
export function nodesOf<Type extends Nodes["type"]>(
  text: Pick<ParsedText, "nodes">,
  type: Type,
): readonly { readonly node: NodeOfType<Type>; readonly parent: Parent }[] {
  const nodes = text.nodes.get(type) ?? [];
  return nodes.filter((entry): entry is { node: NodeOfType<Type>; parent: Parent } => entry.node.type === type);
}
