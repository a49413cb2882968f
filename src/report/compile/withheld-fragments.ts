import type { Nodes, RootContent } from "mdast";
import type { WithheldTargets } from "../links/resolve-links.ts";

/**
 * Every fragment that leads into a passage or an annex that is withheld, in the whole of a report, with the id of what
 * the public sees in its place.
 */
export function withheldTargets(content: readonly RootContent[]): WithheldTargets {
  const targets = new Map<string, string | undefined>();
  const walk = (node: Nodes, standIn: string | undefined, isWithheld: boolean): void => {
    if (node.type === "exemptPassage") {
      const [first] = node.facts.ids;
      for (const child of node.children) walk(child, first, true);
    } else if (node.type === "annexSection" && node.notice !== undefined) {
      for (const child of node.children) walk(child, `annex-${node.letter}`, true);
    } else {
      const own = node.type === "numberedParagraph" && !standIn?.startsWith("annex-") ? node.id : standIn;
      // Headings of the public part may be called otherwise there, where one of a passage has the same words.
      if (isWithheld || node.type === "heading")
        for (const id of idsOf(node)) targets.set(id, isWithheld ? own : undefined);
      if ("children" in node) for (const child of node.children) walk(child, own, isWithheld);
    }
  };
  for (const node of content) walk(node, undefined, false);
  return targets;
}

function idsOf(node: Nodes): readonly string[] {
  const mark = node.data?.recommendation?.id;
  const own = ownIds(node);
  return mark === undefined ? own : [...own, mark];
}

function ownIds(node: Nodes): readonly string[] {
  if (node.type === "numberedParagraph") return node.label === undefined ? [node.id] : [node.id, node.label];
  const isNamed = node.type === "heading" || node.type === "listItem";
  return isNamed && node.data?.id !== undefined ? [node.data.id] : [];
}
