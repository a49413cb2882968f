import type { FootnoteReference, Link, PhrasingContent } from "mdast";

/** A link without the marks of notes that stand in it, and those marks behind it: HTML has no link within a link. */
export function withNotesBehind(link: Link): readonly PhrasingContent[] {
  const notes: FootnoteReference[] = [];
  const children = withoutNotes(link.children, notes);
  if (notes.length === 0) return [link];
  // A mark alone leaves nothing to click on, but the address must not be lost.
  const words: PhrasingContent[] =
    children.length > 0 || link.url.startsWith("#") ? children : [{ type: "text", value: link.url }];
  return [{ ...link, children: words }, ...notes];
}

function withoutNotes(nodes: readonly PhrasingContent[], notes: FootnoteReference[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "footnoteReference") {
      notes.push(node);
      return [];
    }
    return "children" in node ? [{ ...node, children: withoutNotes(node.children, notes) } as typeof node] : [node];
  });
}
