import type { FootnoteDefinition, Nodes, RootContent } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { coverageOf } from "../../text/place.ts";

/**
 * The lines of a public text that are on no page by themselves, so that a passage may be all that they are for: notes
 * and addresses that nothing public refers to, and definitions of abbreviations. No message shows them. Asked before
 * the text is normalised.
 */
export function linesInDoubt(text: ParsedText, unreached: readonly FootnoteDefinition[]): ReadonlySet<number> {
  const isCovered = coverageOf(unreached);
  const isInNote = ({ position }: Nodes): boolean => isCovered(position?.start.offset ?? -1);
  const used = new Set(
    [...nodesOf(text, "linkReference"), ...nodesOf(text, "imageReference")].flatMap(({ node }) =>
      isInNote(node) ? [] : [node.identifier],
    ),
  );
  const addresses = nodesOf(text, "definition").flatMap(({ node }) => (used.has(node.identifier) ? [] : [node]));
  const definitions = nodesOf(text, "abbreviationDefinition").map(({ node }) => node);
  // Of two of one name the first counts, and no page shows the other.
  const seconds = (["footnoteDefinition", "definition"] as const).flatMap((type) => {
    const seen = new Set<string>();
    return nodesOf(text, type).flatMap(({ node }) => {
      const isSecond = seen.has(node.identifier);
      seen.add(node.identifier);
      return isSecond ? [node] : [];
    });
  });
  // The empty lines above the text are those of the frontmatter, whose abbreviations may be for a passage alone.
  const above = /^\n*/.exec(text.text)?.[0].length ?? 0;
  const lines = new Set(linesOfComments(text));
  for (let line = 1; line <= above; line++) lines.add(line);
  for (const { place } of text.definitions) lines.add(place.line);
  for (const node of [...unreached, ...addresses, ...definitions, ...seconds]) addLines(node, lines);
  return lines;
}

/** The lines of comments, which are never published. */
export function linesOfComments(text: ParsedText): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { node } of nodesOf(text, "html")) if (node.value.includes("<!--")) addLines(node, lines);
  return lines;
}

/** The lines of the lists of abbreviations, of which those that nothing public uses are not published. */
export function linesOfLists(content: readonly RootContent[]): ReadonlySet<number> {
  const lines = new Set<number>();
  const walk = (node: Nodes): void => {
    if (node.type === "glossarySection") for (const child of node.children) addLines(child, lines);
    else if (node.type === "annexSection") for (const child of node.children) walk(child);
  };
  for (const node of content) walk(node);
  return lines;
}

function addLines({ position }: Nodes, lines: Set<number>): void {
  for (let line = position?.start.line ?? 0; line <= (position?.end.line ?? -1); line++) lines.add(line);
}
