import { type Correction, inEachText, type ReportFix } from "./fix.ts";
import { correctionOfBody } from "./fixable.ts";
import { runningText, type Stretch } from "./running-text.ts";
import type { FixableText } from "./types.ts";

/** Blanks at which no line breaks. */
const FIXED = "[\\u00a0\\u202f]";

/** Writes plain blanks after the sign of a heading or a point, where Markdown sees no other. */
export const spacesAfterMarkers: ReportFix = {
  names: ["spaces"],
  changesBlocks: true,
  find: inEachText((text) => runningText(text).flatMap((stretch) => afterMarkers(text, stretch))),
};

/**
 * Writes plain blanks between two words. They stay fixed beside figures, signs, initials and titles, where they keep
 * together what belongs together.
 */
export const spacesBetweenWords: ReportFix = {
  names: ["spaces"],
  isEachAlone: true,
  find: inEachText((text) => runningText(text).flatMap((stretch) => betweenWords(text, stretch))),
};

const MARKER = new RegExp(`^[ \\t]*(?:#{2,6}|[-*+]|\\d{1,3}[.)])(${FIXED}+)(?=\\S)`, "u");
/** What goes before a line that begins a block: nothing, a line that announces it, or another point. */
const BEGINS = /^\s*$|:\s*$|^\s*(?:[-*+]|\d{1,3}[.)])\s/;

/** Only where a block begins: in a line that goes on the one above, a hyphen can be a dash. */
function afterMarkers(text: FixableText, { start, typed }: Stretch): readonly Correction[] {
  const { text: body } = text.body;
  const lineStart = body.lastIndexOf("\n", start - 1) + 1;
  const isWhole = body.slice(lineStart, start).trim() === "";
  const above = body.slice(body.lastIndexOf("\n", lineStart - 2) + 1, Math.max(0, lineStart - 1));
  const corrections: Correction[] = [];
  let at = start;
  let before = above;
  for (const [index, line] of typed.split("\n").entries()) {
    const match = (index > 0 || isWhole) && BEGINS.test(before) ? MARKER.exec(line) : null;
    const end = at + (match?.[0].length ?? 0);
    if (match !== null) corrections.push(correctionOfBody(text, "spaces", [end - (match[1]?.length ?? 0), end], " "));
    at += line.length + 1;
    before = line;
  }
  return corrections;
}

const BETWEEN = new RegExp(`(?<=\\p{L}{2}[,;:.’”)]?)(?:${FIXED}| ${FIXED}|${FIXED} )(?=["“‘(]?\\p{L}{2})`, "gu");
const TITLE =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Rev|Sir|Dame|Lord|Lady|St|Nos?|pp|paras?|paragraphs?|pages?|Annexe?|Appendix|Table|Figure|Section|Part|Schedule)\.?$/iu;

function betweenWords(text: FixableText, { start, typed }: Stretch): readonly Correction[] {
  return [...typed.matchAll(BETWEEN)].flatMap(({ 0: blanks, index }) => {
    if (TITLE.test(typed.slice(Math.max(0, index - 12), index))) return [];
    const at = start + index;
    return [correctionOfBody(text, "spaces", [at, at + blanks.length], " ")];
  });
}
