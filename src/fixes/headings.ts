import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { nodesOf } from "../text/nodes-of.ts";
import { type Correction, inEachText, type ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

const DEEPEST = 6;

/**
 * Brings headings to the levels that follow each other: `#` becomes `##`, with all below it one further down; a heading that leaves a
 * level out comes up, with all below it. All headings of a text, or none.
 */
export const headings: ReportFix = {
  names: ["heading-level-one", "heading-level-skipped"],
  find: (report) =>
    inEachText((text) => {
      const isOfReport = text.frontmatter !== undefined;
      return levelsOf(text, isOfReport ? titleOf(text) : undefined) ?? [];
    })(report),
};

function titleOf({ frontmatter }: FixableText): string | undefined {
  const typed = /^title:[ \t]+(.+)$/m.exec(frontmatter?.yaml ?? "")?.[1];
  return typed?.trim().replace(/^(["'])(.*)\1$/, "$2");
}

function levelsOf(text: FixableText, title: string | undefined): readonly Correction[] | undefined {
  const found = nodesOf(text.body, "heading").map(({ node }) => node);
  const [first] = found;
  // The title once more: it is for the author to take out, and nothing stands below it.
  if (first?.depth === 1 && title !== undefined && plain(textOf(first)) === plain(title)) return undefined;
  const open: { readonly written: number; readonly given: number }[] = [];
  const corrections: Correction[] = [];
  for (const node of found) {
    const written = node.depth;
    while ((open.at(-1)?.written ?? 0) >= written) open.pop();
    const shift = open[0]?.written === 1 || written === 1 ? 1 : 0;
    const given = Math.min(written + shift, (open.at(-1)?.given ?? 1) + 1);
    if (given > DEEPEST) return undefined;
    open.push({ written, given });
    if (given === written) continue;
    const correction = correctionOf(
      text,
      node,
      given,
      written === 1 || shift === 1 ? "heading-level-one" : "heading-level-skipped",
    );
    if (correction === undefined) return undefined;
    corrections.push(correction);
  }
  return corrections;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A heading that is underlined has two levels only. */
function correctionOf(
  text: FixableText,
  { depth, position }: Heading,
  level: number,
  name: Correction["name"],
): Correction | undefined {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const typed = text.body.text.slice(start, end);
  if (typed.startsWith("#".repeat(depth)))
    return correctionOfBody(text, name, [start, start + depth], "#".repeat(level));
  const underline = /(?<!=)=+[ \t]*$/.exec(typed)?.[0].trimEnd();
  if (depth !== 1 || level !== 2 || underline === undefined) return undefined;
  const at = start + typed.lastIndexOf(underline);
  return correctionOfBody(text, name, [at, at + underline.length], "-".repeat(Math.max(3, underline.length)));
}
