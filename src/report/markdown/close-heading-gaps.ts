import type { Heading, RootContent } from "mdast";

type Depth = Heading["depth"];

/**
 * Brings headings up to the level that follows the one above, where the heading between the two went with a passage:
 * the whole was checked, and a page that skips a level is hard to find one's way in. Those that were side by side do
 * so still. Changes the content.
 */
export function closeHeadingLevels(content: readonly RootContent[], above: Depth = 1): void {
  const open: { readonly written: Depth; readonly given: Depth }[] = [];
  for (const node of content) {
    if (node.type === "annexSection" || node.type === "glossarySection") {
      open.length = 0;
      closeHeadingLevels(node.children, 2);
    } else if (node.type === "heading") {
      const written = node.depth;
      while ((open.at(-1)?.written ?? 0) >= written) open.pop();
      const highest = NEXT[open.at(-1)?.given ?? above];
      node.depth = written < highest ? written : highest;
      open.push({ written, given: node.depth });
    }
  }
}

const NEXT = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;
