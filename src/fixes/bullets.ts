import type { Paragraph } from "mdast";
import { nodesOf } from "../rules/check.ts";
import { type Correction, inEachText, type ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

/** What word processors write before a point: bullets, and characters of their own that have no meaning elsewhere. */
const BULLET = /^( {0,3})([•●▪‣·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8])[ \t\u00a0\u202f]*(?=[^ \t\u00a0\u202f\n])/u;
const NEEDS_BLANK = /[·•]/;

/**
 * Makes lists of lines that begin with a bullet of a word processor's. Where two kinds of bullet are used, one list may lie within
 * the other, and nobody can tell; where a sentence begins below a point, it may be no part of it.
 */
export const bullets: ReportFix = {
  names: ["bullets"],
  changesBlocks: true,
  find: inEachText((text) => {
    const found = nodesOf(text.body, "paragraph").flatMap(({ node, parent }) => {
      const isAtMargin = parent.type === "root" || parent.type === "containerDirective";
      return isAtMargin ? bulletsIn(text, node) : [];
    });
    const kinds = new Set(found.map(({ bullet }) => bullet));
    return kinds.size === 1 ? found.map(({ correction }) => correction) : [];
  }),
};

function bulletsIn(
  text: FixableText,
  { position }: Paragraph,
): readonly { readonly correction: Correction; readonly bullet: string }[] {
  const start = (position?.start.offset ?? 0) - (position?.start.column ?? 1) + 1;
  const found: { correction: Correction; bullet: string }[] = [];
  let at = start;
  for (const words of text.body.text.slice(start, position?.end.offset).split("\n")) {
    const [whole = "", indent = "", bullet = ""] = BULLET.exec(words) ?? [];
    const hasBlank = whole.length > indent.length + bullet.length;
    if (bullet !== "" && (hasBlank || !NEEDS_BLANK.test(bullet)))
      found.push({
        correction: correctionOfBody(text, "bullets", at + indent.length, at + whole.length, "- "),
        bullet,
      });
    else if (found.length > 0 && !/^\s*\p{Ll}/u.test(words)) return [];
    at += words.length + 1;
  }
  return found;
}
