import type { FootnoteReference, Link, PhrasingContent } from "mdast";

/**
 * A link that has no link within it, as HTML has none: the marks of notes that are in it come after it, and of an inner
 * link the words stay.
 */
export function withoutLinksWithin(link: Link): readonly PhrasingContent[] {
  const notes: FootnoteReference[] = [];
  const children = unlinked(link.children, notes);
  // A mark alone leaves nothing to click on, but the address must not be lost.
  const words: PhrasingContent[] =
    notes.length === 0 || children.length > 0 || link.url.startsWith("#")
      ? children
      : [{ type: "text", value: link.url }];
  return [{ ...link, children: words }, ...notes];
}

function unlinked(nodes: readonly PhrasingContent[], notes: FootnoteReference[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "footnoteReference") {
      notes.push(node);
      return [];
    }
    if (!("children" in node)) return [node];
    const children = unlinked(node.children, notes);
    if (node.type === "link") return children;
    return [{ ...node, children } as typeof node];
  });
}
