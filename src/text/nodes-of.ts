import type { Nodes, Parent } from "mdast";
import type { ParsedText } from "../model/tree.ts";

type NodeOfType<Type extends Nodes["type"]> = Extract<Nodes, { type: Type }>;

/**
 * Calls a function for every node, in reading order, and before those within it. It takes a fraction of what
 * `unist-util-visit` takes, which gives a function of its own a new name for each node.
 */
export function eachNode(nodes: readonly Nodes[], visit: (node: Nodes) => void): void {
  for (const node of nodes) {
    visit(node);
    if ("children" in node) eachNode(node.children, visit);
  }
}

/** The nodes of one type, each with its parent, in reading order. */
export function nodesOf<Type extends Nodes["type"]>(
  text: Pick<ParsedText, "nodes">,
  type: Type,
): readonly { readonly node: NodeOfType<Type>; readonly parent: Parent }[] {
  const nodes = text.nodes.get(type) ?? [];
  return nodes.filter((entry): entry is { node: NodeOfType<Type>; parent: Parent } => entry.node.type === type);
}
