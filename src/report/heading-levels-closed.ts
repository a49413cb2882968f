import type { Heading, RootContent } from "mdast";

/**
 * Brings headings up to the level that follows the one above, where the heading between the two went with a passage: the whole was
 * checked, and a page that skips a level is hard to find one's way in. Changes the content in place.
 */
export function closeHeadingLevels(content: readonly RootContent[], above: Heading["depth"] = 1): void {
  let last = above;
  for (const node of content) {
    if (node.type === "annexSection" || node.type === "glossarySection") {
      last = 2;
      closeHeadingLevels(node.children, last);
    } else if (node.type === "heading") {
      node.depth = last < node.depth ? (NEXT[last] ?? node.depth) : node.depth;
      last = node.depth;
    }
  }
}

const NEXT: Readonly<Partial<Record<Heading["depth"], Heading["depth"]>>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6 };
