import type { Nodes } from "mdast";
import type { NumberedText } from "../model/tree.ts";
import { nodesOf } from "../text/nodes-of.ts";

/**
 * The nodes of one type of a numbered text, each with its parent, in reading order: those in a section of abbreviations are
 * left out, because the generated glossary takes their place.
 */
export function outsideGlossary<Type extends Nodes["type"]>(
  text: NumberedText,
  type: Type,
): ReturnType<typeof nodesOf<Type>> {
  const nodes = nodesOf(text, type);
  const sections = glossaryRanges(text.tree.children);
  if (sections.length === 0) return nodes;
  return nodes.filter(({ node }) => {
    const at = node.position?.start.offset ?? 0;
    return !sections.some(([start, end]) => at >= start && at < end);
  });
}

function glossaryRanges(nodes: readonly Nodes[]): readonly (readonly [number, number])[] {
  return nodes.flatMap((node) => {
    if (node.type === "annexSection") return glossaryRanges(node.children);
    if (node.type !== "glossarySection") return [];
    const start = node.position?.start.offset ?? 0;
    return [[start, node.children.at(-1)?.position?.end.offset ?? start] as const];
  });
}
