import type { Definition, Image, Link } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";

/** Where a page may take its files from, for an officer who has to put one there. */
export function folderOfFiles(path: string): string {
  return path.startsWith("reports/") ? "the report's own folder, or into shared/" : "shared/";
}

/** The way to fix the address of an image: one on another site is refused, however its address is written. */
export function fixOfImage(path: string): string {
  return `put the file of the image into ${folderOfFiles(path)}, and write its path from here`;
}

/** The nodes that hold an address, each with whether an image is shown from there. */
export function addressesIn(
  text: ParsedText,
): readonly { readonly node: Link | Image | Definition; readonly isOfImage: boolean }[] {
  const shown = new Set(nodesOf(text, "imageReference").map(({ node }) => node.identifier));
  return [
    ...nodesOf(text, "link").map(({ node }) => ({ node, isOfImage: false })),
    ...nodesOf(text, "image").map(({ node }) => ({ node, isOfImage: true })),
    ...nodesOf(text, "definition").map(({ node }) => ({ node, isOfImage: shown.has(node.identifier) })),
  ];
}
