import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { findWebAddresses } from "../../addresses/web-addresses.ts";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";

const NAMES =
  /^(?:(?:web)?site[ -])?accessibility(?:[ -]of[ -]th(?:e|is)[ -](?:web)?site)?$|^hygyrchedd(?:[ -]y[ -](?:wefan|safle))?$/i;
const STATEMENT =
  /accessibility[ -](?:\w+[ -])?statement|statement[ -](?:on|of|about)[ -](?:\w+[ -])?accessibility|n?[dt]h?atganiad[ -](?:(?:ar|o|am)[ -])?hygyrchedd/i;

/** Whether a plain page is the accessibility statement, by its address and title. */
export function isStatement({
  slug,
  title = "",
}: {
  readonly slug: string;
  readonly title?: string | undefined;
}): boolean {
  return [slug, title.trim()].some((name) => STATEMENT.test(name) || NAMES.test(name));
}

/** What is read of a statement: its words, block by block, and where its links lead. */
export interface Statement {
  readonly blocks: readonly { readonly node: Nodes; readonly words: string }[];
  readonly links: readonly { readonly node: Nodes; readonly words: string; readonly url: string }[];
  /** Comments that say that something is still to be written. */
  readonly unfinished: readonly { readonly node: Nodes; readonly words: string }[];
}

const UNFINISHED = /^<!--\s*(?:to complete|to do|todo|i['’]w (?:gwblhau|lenwi))(?![\p{L}\p{N}])/iu;

/** Reads a statement, without its comments, which nobody sees. */
export function readStatement(text: ParsedText): Statement {
  const blocks = (["paragraph", "heading", "tableCell"] as const)
    .flatMap((type) => nodesOf(text, type).map(({ node }) => ({ node, words: wordsOf(node) })))
    .sort((a, b) => offsetOf(a.node) - offsetOf(b.node));
  const written = nodesOf(text, "link").map(({ node }) => ({ node, words: wordsOf(node), url: node.url }));
  const definitions = new Map(nodesOf(text, "definition").map(({ node }) => [node.identifier, node.url]));
  const referred = nodesOf(text, "linkReference").flatMap(({ node }) => {
    const url = definitions.get(node.identifier);
    return url === undefined ? [] : [{ node, words: wordsOf(node), url }];
  });
  const bare = blocks.flatMap(({ node, words }) =>
    findWebAddresses(words).map(({ url }) => ({ node, words: "", url })),
  );
  const unfinished = nodesOf(text, "html").flatMap(({ node }) =>
    UNFINISHED.test(node.value) ? [{ node, words: node.value }] : [],
  );
  return { blocks, links: [...written, ...referred, ...bare], unfinished };
}

function wordsOf(node: Nodes): string {
  return textOf(node, { includeHtml: false, includeImageAlt: false }).replace(/\s+/g, " ");
}

function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}
