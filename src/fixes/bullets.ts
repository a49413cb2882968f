import {
  areNeighbours,
  linesBeside,
  type SignedLine,
  signedLines,
  type TypedParagraph,
  typedParagraphs,
} from "../rules/lists-and-tables/joined-lines.ts";
import { nodesOf } from "../text/nodes-of.ts";
import { coverageOf } from "../text/place.ts";
import { readMark } from "../text/typed-mark.ts";
import type { Correction, ReportFix } from "./fix.ts";
import { editOfBody, emptyLineAbove, numberedTexts, offsetInBody, placeInBody } from "./fixable.ts";
import type { FixableReport, FixableText } from "./types.ts";

/**
 * Makes lists of lines that begin with a word processor's bullet, with dashes, or with a sign beside a blank at which
 * no line breaks. Where a sentence begins below a point, it may be no part of it; where signs are mixed in another way
 * than word processors mix them, nobody can tell which list is within which.
 */
export const bullets: ReportFix = {
  names: ["bullets"],
  changesBlocks: true,
  addsEmptyLines: true,
  find: (report) => ({
    corrections: numberedTexts(report).flatMap(({ text, numbered }) =>
      runsIn(text, typedParagraphs(numbered)).flatMap((run, group) =>
        correctRun(report, text, run).map((correction) => ({ ...correction, group })),
      ),
    ),
    remarks: [],
  }),
};

/** A paragraph with lines that begin with signs. */
interface Signed {
  readonly paragraph: TypedParagraph;
  readonly signs: readonly SignedLine[];
}

/** Paragraphs with signs that follow each other, where they are no other's words. */
function runsIn(text: FixableText, paragraphs: readonly TypedParagraph[]): readonly (readonly Signed[])[] {
  const others = ["blockquote", "footnoteDefinition", "table"] as const;
  const isOther = coverageOf(others.flatMap((type) => nodesOf(text.body, type).map(({ node }) => node)));
  const runs: Signed[][] = [];
  let above: Signed | undefined;
  for (const [index, paragraph] of paragraphs.entries()) {
    const signs = signedLines(paragraph.lines, linesBeside(paragraphs, index));
    const isSigned = signs.length > 0 && !isOther(paragraph.node.position?.start.offset ?? 0);
    const signed = isSigned ? { paragraph, signs } : undefined;
    if (signed !== undefined) {
      const goesOn = above !== undefined && areNeighbours(above.paragraph.node, paragraph.node);
      if (goesOn && signs[0]?.line === paragraph.lines[0]) runs.at(-1)?.push(signed);
      else runs.push([signed]);
    }
    above = signed;
  }
  return runs;
}

/** The bullets that word processors give to the first, second and third level. */
const LEVELS = ["·•\uf0b7", "o", "▪\uf0a7"];

function levelOf(sign: string): number | undefined {
  const level = LEVELS.findIndex((signs) => signs.includes(sign));
  return level === -1 ? undefined : level;
}

/**
 * The level of each sign, where they are all of one kind, or mixed as word processors do; nothing where nobody can
 * tell.
 */
function levelsOf(signs: readonly SignedLine[]): readonly number[] | undefined {
  const kinds = new Set(signs.map(({ sign }) => levelOf(sign) ?? sign));
  if (kinds.size === 1) return signs.map(() => 0);
  const levels = signs.map(({ sign }) => levelOf(sign));
  const isNested = levels.every(
    (level, at) => level !== undefined && level <= (at === 0 ? 0 : (levels[at - 1] ?? 0) + 1),
  );
  return isNested ? levels.map((level) => level ?? 0) : undefined;
}

function correctRun({ lang }: FixableReport, text: FixableText, run: readonly Signed[]): readonly Correction[] {
  const signs = run.flatMap((signed) => signed.signs);
  const levels = levelsOf(signs);
  const isAlone = signs.length === 1;
  if (levels === undefined || !signs.every((one) => isSignOfPoint(one, lang, isAlone))) return [];
  if (!run.every(({ paragraph, signs: own }) => isListOnly(paragraph, own))) return [];
  const corrections = signs.map((one, index) => correctLine(text, one, levels[index] ?? 0));
  return corrections.every((one) => one !== undefined) ? corrections : [];
}

/** Boxes that a form leaves open to be ticked, or crosses. */
const BOX = /[□\uf06f\uf072\uf0a3\uf0a8\uf0fb\uf0fd\uf0fe]/u;
const DASHES = /[-‐‑−–—*+]/u;

/** Whether a sign can be nothing but that of a point: no minus, no box of a form, no word. */
function isSignOfPoint({ line, sign, length, isCertain }: SignedLine, lang: string, isAlone: boolean): boolean {
  const hasBlank = length > sign.length;
  const words = line.typed.slice(length);
  if (BOX.test(sign)) return false;
  // "o" is a word of Welsh.
  if (sign === "o") return isCertain || (!lang.startsWith("cy") && !isAlone);
  if (!DASHES.test(sign)) return hasBlank || !isAlone || !/[·•]/.test(sign);
  if (/^[-‐‑−+]$/.test(sign) && /^\d/.test(words)) return false;
  if (!hasBlank) return !isAlone && /^[-‐‑]$/.test(sign);
  return !isAlone || /^[-*+]$/.test(sign);
}

/** Whether the lines of a paragraph are points, below what announces them. */
function isListOnly({ lines }: TypedParagraph, signs: readonly SignedLine[]): boolean {
  const [first] = signs;
  const start = lines.findIndex(({ line }) => line === first?.line.line);
  const signed = new Set(signs.map(({ line }) => line));
  const announces = start === 0 || !DASHES.test(first?.sign ?? "") || /[:;.!?]$/.test(lines[start - 1]?.typed ?? "");
  const rest = lines.slice(start).filter((line) => !signed.has(line));
  return announces && rest.every(({ typed }) => /^\p{Ll}/u.test(typed) && readMark(typed) === undefined);
}

/**
 * Writes a hyphen and a blank in place of a sign and all blanks around it, in the column at which the list is to begin.
 */
function correctLine(text: FixableText, { line, length, sign }: SignedLine, level: number): Correction | undefined {
  const { text: body } = text.body;
  const at = offsetInBody(text, { path: text.path, ...line });
  const lineStart = body.lastIndexOf("\n", at - 1) + 1;
  const before = body.slice(lineStart, at);
  if (before.trim() !== "") return undefined;
  const indent = before.replace(/\t/g, "    ").length;
  const column = columnFor(text, at, sign === "o" && level === 0 ? undefined : indent) + 2 * level;
  const end = at + length;
  const edits = [editOfBody(text, lineStart, end, `${" ".repeat(column)}- `)];
  const next = body.indexOf("\n", end) + 1;
  const below = next === 0 ? "" : (body.slice(next).split("\n", 1)[0] ?? "");
  if (readMark(below.trim()) !== undefined) edits.push(emptyLineAbove(text, next));
  return { name: "bullets", place: placeInBody(text, at, end), edits };
}

/**
 * The column at which a list begins: that of the text of the innermost item that the line is indented for; a circle
 * belongs to the point above it.
 */
function columnFor(text: FixableText, at: number, indent: number | undefined): number {
  const columns = nodesOf(text.body, "listItem").flatMap(({ node: { position, children }, parent }) => {
    const holds = (position?.start.offset ?? 0) <= at && at < (position?.end.offset ?? 0);
    const column = (children[0]?.position?.start.column ?? 1) - 1;
    const isMeant = indent === undefined ? "ordered" in parent && parent.ordered !== true : column <= indent;
    return holds && isMeant ? [column] : [];
  });
  return Math.max(0, ...columns);
}
