import type { Paragraph, Parent } from "mdast";
import type { NumberedText } from "../../model/tree.ts";
import { type TypedLine, typedLines } from "../../text/typed-lines.ts";
import { follows, isSubMark, readMark, type TypedMark } from "../../text/typed-mark.ts";

/** Signs that nobody but a word processor puts at the start of a line. */
const BULLET = /^[•·∙▪▫◦‣⁃●○■□➢➤►▶\ue000-\uf8ff](?:\s|&nbsp;)*(?=[\p{L}\p{N}“"‘'(*[£])/u;
/** A sign beside a blank at which no line breaks, or Word's circle with wide blanks after it: Markdown sees no list. */
const FIXED = /^(?:[-*+‐‑−–—]|o)(?:[\u00a0\u202f]|&nbsp;)\s*(?=\S)|^o(?:\t| {2,})\s*(?=\S)/u;
/** After such a blank, or in a line that goes on a paragraph, these signs begin no list either. */
const INDENTED = /^[-*+‐‑−]\s+(?=\S)/u;
/** Signs that begin an item where two lines begin so. */
const DASH = /^(?:[–—−‐‑]\s+|o\s+|[-*+‐‑−])(?=[\p{L}\p{N}“‘(£])/u;

/** A paragraph, with the lines that were typed for it. */
export interface TypedParagraph {
  readonly node: Paragraph;
  readonly parent: Parent;
  readonly lines: readonly TypedLine[];
}

/** The paragraphs of a numbered text in reading order. The generated glossary takes the place of a list of abbreviations. */
export function typedParagraphs(text: NumberedText): readonly TypedParagraph[] {
  const within = (parent: Parent): readonly TypedParagraph[] =>
    parent.children.flatMap((node) => {
      if (node.type === "paragraph") return [{ node, parent, lines: typedLines(text, node) }];
      return "children" in node && node.type !== "glossarySection" ? within(node) : [];
    });
  return within(text.tree);
}

/** The first lines of the paragraphs before and after one, where no more than an empty line is between. */
export function linesBeside(paragraphs: readonly TypedParagraph[], index: number): readonly string[] {
  const own = paragraphs[index];
  return [paragraphs[index - 1], paragraphs[index + 1]].flatMap((one) =>
    one !== undefined && own !== undefined && areNeighbours(one.node, own.node) ? [one.lines[0]?.typed ?? ""] : [],
  );
}

/** Whether no more than an empty line is between two paragraphs. */
export function areNeighbours({ position: one }: Paragraph, { position: other }: Paragraph): boolean {
  const between = (other?.start.line ?? 0) - (one?.end.line ?? 0);
  const after = (one?.start.line ?? 0) - (other?.end.line ?? 0);
  return (between > 0 && between <= 2) || (after > 0 && after <= 2);
}

/** A line that begins with the sign of a point, and makes none. */
export interface SignedLine {
  readonly line: TypedLine;
  readonly sign: string;
  /** How many characters the sign takes, with the blanks that go with it. */
  readonly length: number;
  /** Whether nobody but a word processor types this sign at the start of a line. */
  readonly isCertain: boolean;
  /** Whether it is a sign that Markdown knows, and the blanks beside it are at fault. */
  readonly isUnread: boolean;
}

/**
 * The lines of a paragraph that begin with a sign; a dash is one where two lines begin so, the lines beside the
 * paragraph among them.
 */
export function signedLines(lines: readonly TypedLine[], beside: readonly string[]): readonly SignedLine[] {
  const all = [...lines.map((line) => line.typed), ...beside];
  const dashes = new Map<string, number>();
  for (const typed of all) {
    const dash = DASH.exec(typed)?.[0].trim();
    if (dash !== undefined) dashes.set(dash, (dashes.get(dash) ?? 0) + 1);
  }
  // A circle beside a bullet is a point within that one's.
  if (dashes.has("o") && all.some((typed) => BULLET.test(typed))) dashes.set("o", 2);
  return lines.flatMap((line) => {
    const dash = DASH.exec(line.typed)?.[0];
    const isRepeated = dash !== undefined && (dashes.get(dash.trim()) ?? 0) > 1;
    const bullet = BULLET.exec(line.typed)?.[0];
    const fixed = FIXED.exec(line.typed)?.[0] ?? INDENTED.exec(line.typed)?.[0];
    const whole = bullet ?? fixed ?? (isRepeated ? dash : undefined);
    if (whole === undefined) return [];
    const [sign = ""] = whole;
    const isUnread = fixed !== undefined && /^[-*+]$/.test(sign);
    return [{ line, sign, length: whole.length, isCertain: bullet !== undefined || fixed !== undefined, isUnread }];
  });
}

/** From the first of two lines that begin with marks that follow each other, those that do. */
export function letteredLines(
  node: Paragraph,
  lines: readonly TypedLine[],
): readonly { readonly line: TypedLine; readonly mark: TypedMark }[] {
  const isApart = brokenBefore(node);
  const marks = lines.flatMap((line) => {
    const mark = readMark(line.typed);
    return mark !== undefined && isSubMark(mark) ? [{ line, mark }] : [];
  });
  const first = marks.findIndex(({ mark }, at) => {
    const next = marks[at + 1];
    return next !== undefined && follows(mark, next.mark) && !isApart(next.line);
  });
  return first === -1 ? [] : marks.slice(first);
}

const LABEL = /^([J-Z]{1,3})(\d{1,2})[.:)]?\s+(?=\p{Lu})/u;
const DATE =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?:,? \d{4})?(?:\W.{0,40})?$/;
const SHORT = 45;

/** A line that is to begin anew below the one above it. */
export interface LineApart {
  readonly line: TypedLine;
  /** What is there, in words. */
  readonly what: string;
  /** How much of the line shows it. */
  readonly length: number;
}

/** Labels such as R1 and R2, dates, and the lines of an address, that were typed one below the other. */
export function linesToKeepApart(node: Paragraph, lines: readonly TypedLine[]): readonly LineApart[] {
  const isApart = brokenBefore(node);
  const labels = lines.flatMap((line) => {
    const [typed = "", letter, digits] = LABEL.exec(line.typed) ?? [];
    const length = typed.trim().length;
    return letter === undefined
      ? []
      : [{ line, letter, digits: Number(digits), what: `${typed.trim()} begins a line here`, length }];
  });
  const label = labels.findIndex(({ letter, digits }, at) => {
    const next = labels[at + 1];
    return next?.letter === letter && next.digits === digits + 1 && !isApart(next.line);
  });
  if (label !== -1) return labels.slice(label);
  // Who breaks a line for certain keeps the others apart, too.
  if (lines.some(isApart)) return [];
  const asDate = (line: TypedLine) => apart(line, "dates are here one below the other");
  const date = lines.findIndex(({ typed }, at) => DATE.test(typed) && DATE.test(lines[at + 1]?.typed ?? ""));
  if (date !== -1)
    return lines
      .slice(date)
      .filter(({ typed }) => DATE.test(typed))
      .map(asDate);
  // Lines that begin with numbers are said to be swallowed.
  if (lines.some(({ typed }) => readMark(typed)?.isCertain === true)) return [];
  if (lines.length < 3 || !lines.every(isShort)) return [];
  return lines.map((line) => apart(line, "short lines are here one below the other"));
}

function apart(line: TypedLine, what: string): LineApart {
  return { line, what, length: line.typed.length };
}

/** Tells of a line whether the one above it is broken for certain. */
function brokenBefore({ children }: Paragraph): (line: TypedLine) => boolean {
  const broken = new Set(children.flatMap(({ type, position }) => (type === "break" ? [position?.start.line] : [])));
  return ({ line }) => broken.has(line - 1);
}

/**
 * A line of names or figures, such as those of an address; one with a label and a colon is told apart by its readers.
 */
function isShort({ typed }: TypedLine): boolean {
  return (
    typed.length <= SHORT &&
    !/:/.test(typed) &&
    /^[\p{Lu}\d“"‘']/u.test(typed) &&
    /(?:^|[\s(])[\p{Lu}\d][^\s:;!?…]*$/u.test(typed)
  );
}
