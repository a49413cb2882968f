import type { RootContent } from "mdast";
import type { NumberedParagraph } from "../model/tree.ts";

/**
 * The numbered paragraphs of a numbered text, in reading order: those of annexes and of passages that are withheld,
 * too.
 */
export function numberedParagraphs(content: readonly RootContent[]): readonly NumberedParagraph[] {
  return content.flatMap((node) => {
    if (node.type === "numberedParagraph") return [node];
    const isAround = node.type === "annexSection" || node.type === "exemptPassage" || node.type === "recommendation";
    return isAround ? numberedParagraphs(node.children) : [];
  });
}
