import type { Paragraph, Parent } from "mdast";
import type { Finding } from "../../diagnostics/catalogue.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeInLine, type TypedLine, typedLines } from "../../text/typed-lines.ts";
import { follows, isSubMark, readMark } from "../../text/typed-mark.ts";
import type { Check } from "../check.ts";

/** Signs that nobody but a word processor puts at the start of a line. */
const BULLET = /^[•·∙▪▫◦‣⁃●○■□➢➤►▶\ue000-\uf8ff](?:\s|&nbsp;)*(?=[\p{L}\p{N}“"‘'(*[£])/u;
/** A sign beside a blank at which no line breaks, or Word's circle with wide blanks behind it: Markdown sees no list. */
const FIXED = /^(?:[-*+‐‑−–—]|o)(?:[\u00a0\u202f]|&nbsp;)\s*(?=\S)|^o(?:\t| {2,})\s*(?=\S)/u;
/** Behind such a blank, or in a line that goes on a paragraph, these signs begin no list either. */
const INDENTED = /^[-*+‐‑−]\s+(?=\S)/u;
/** Signs that begin an item where two lines begin so. */
const DASH = /^(?:[–—−‐‑]\s+|o\s+|[-*+‐‑−])(?=[\p{L}\p{N}“‘(£])/u;

/** Lines that were typed as a list, and that Markdown joins into one paragraph (CommonMark 0.31, section 5.2). */
export const listsRunTogether: Check = (text, raise) => {
  const paragraphs = paragraphsIn(text.tree).map((node) => ({ node, lines: typedLines(text, node) }));
  let above: { readonly message: string; readonly index: number } | undefined;
  for (const [index, { node, lines }] of paragraphs.entries()) {
    const context = [paragraphs[index - 1], paragraphs[index + 1]].flatMap((one) =>
      one !== undefined && areNeighbours(one.node, node) ? [one.lines[0]?.typed ?? ""] : [],
    );
    const finding = bulleted(text, lines, context) ?? lettered(text, lines) ?? shortLines(text, node, lines);
    if (finding === undefined) continue;
    // Points that stand each by itself are one list, and one finding.
    const isSame = above?.message === finding.message && above.index === index - 1 && context.length > 0;
    above = { message: finding.message, index };
    if (!isSame) raise(finding);
  }
};

/** The paragraphs in reading order. The generated glossary takes the place of a list of abbreviations. */
function paragraphsIn(parent: Parent): readonly Paragraph[] {
  return parent.children.flatMap((node) => {
    if (node.type === "paragraph") return [node];
    return "children" in node && node.type !== "glossarySection" ? paragraphsIn(node) : [];
  });
}

/** Whether no more than an empty line stands between two paragraphs. */
function areNeighbours({ position: one }: Paragraph, { position: other }: Paragraph): boolean {
  const between = (other?.start.line ?? 0) - (one?.end.line ?? 0);
  const after = (one?.start.line ?? 0) - (other?.end.line ?? 0);
  return (between > 0 && between <= 2) || (after > 0 && after <= 2);
}

function bulleted(text: ParsedText, lines: readonly TypedLine[], context: readonly string[]): Finding | undefined {
  const dashes = new Map<string, number>();
  for (const typed of [...lines.map((line) => line.typed), ...context]) {
    const dash = DASH.exec(typed)?.[0].trim();
    if (dash !== undefined) dashes.set(dash, (dashes.get(dash) ?? 0) + 1);
  }
  for (const line of lines) {
    const dash = DASH.exec(line.typed)?.[0];
    const isRepeated = dash !== undefined && (dashes.get(dash.trim()) ?? 0) > 1;
    const fixed = FIXED.exec(line.typed) ?? INDENTED.exec(line.typed);
    const sign = BULLET.exec(line.typed)?.[0] ?? fixed?.[0] ?? (isRepeated ? dash : undefined);
    if (sign === undefined) continue;
    const [typed = ""] = sign;
    const isMarker = /^[-*+]$/.test(typed);
    const isUnread = isMarker && fixed !== null;
    return {
      rule: "list-run-together",
      place: placeInLine(text, line, 0, typed.length),
      message: isUnread
        ? `the blanks beside this ${typed} keep it from making a list, and its lines would run together`
        : isMarker
          ? `no blank stands behind this ${typed}, so the lines make no list, and run together`
          : `${nameOf(typed)} begins a line here, and makes no list: its lines would run together`,
      fix: isUnread
        ? `put an empty line above the list, and type ${typed} and one plain blank at the start of each line`
        : isMarker
          ? `put a blank behind each ${typed}`
          : `type - and a blank in place of each ${nameOf(typed)}`,
    };
  }
  return undefined;
}

/** Characters of a word processor's own have no form that a terminal shows. */
function nameOf(sign: string): string {
  return /[\ue000-\uf8ff]/u.test(sign) ? "word processor's bullet" : sign;
}

/** The first of two lines that begin with marks that follow each other, such as (a) and (b), or R1 and R2. */
function lettered(text: ParsedText, lines: readonly TypedLine[]): Finding | undefined {
  const marks = lines.flatMap((line) => {
    const mark = readMark(line.typed);
    return mark !== undefined && isSubMark(mark) ? [{ line, mark }] : [];
  });
  const first = marks.find(({ mark }, at) => {
    const next = marks[at + 1]?.mark;
    return next !== undefined && follows(mark, next);
  });
  if (first !== undefined)
    return {
      rule: "list-run-together",
      place: placeInLine(text, first.line, 0, first.mark.typed.length),
      message: `${first.mark.typed} begins a line here, and makes no list: its lines would run together`,
      fix: "put an empty line above each of these lines",
    };
  const labels = lines.flatMap((line) => {
    const [typed, letter, digits] = /^([J-Z]{1,3})(\d{1,2})[.:)]?\s+(?=\p{Lu})/u.exec(line.typed) ?? [];
    return typed === undefined ? [] : [{ line, typed: typed.trim(), letter, digits: Number(digits) }];
  });
  const label = labels.find(({ letter, digits }, at) => {
    const next = labels[at + 1];
    return next?.letter === letter && next?.digits === digits + 1;
  });
  return label && linesApart(text, label.line, `${label.typed} begins a line here`, label.typed.length);
}

const DATE =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?:,? \d{4})?(?:\W.{0,40})?$/;
const SHORT = 45;

/** Dates, and the lines of an address, that were typed one below the other. */
function shortLines(text: ParsedText, node: Paragraph, lines: readonly TypedLine[]): Finding | undefined {
  // Who breaks a line for certain keeps the lines apart.
  if (node.children.some(({ type }) => type === "break")) return undefined;
  const date = lines.findIndex(({ typed }, at) => DATE.test(typed) && DATE.test(lines[at + 1]?.typed ?? ""));
  const first = lines[date];
  if (first !== undefined) return linesApart(text, first, "dates stand here one below the other", first.typed.length);
  const [top] = lines;
  // Lines that begin with numbers are said to be swallowed.
  if (lines.some(({ typed }) => readMark(typed)?.isCertain === true)) return undefined;
  if (top === undefined || lines.length < 3 || !lines.every(isShort)) return undefined;
  return linesApart(text, top, "short lines stand here one below the other", top.typed.length);
}

/** A line of names or figures, such as those of an address; one with a label and a colon is told apart by its readers. */
function isShort({ typed }: TypedLine): boolean {
  return (
    typed.length <= SHORT &&
    !/:/.test(typed) &&
    /^[\p{Lu}\d“"‘']/u.test(typed) &&
    /(?:^|[\s(])[\p{Lu}\d][^\s:;!?…]*$/u.test(typed)
  );
}

function linesApart(text: ParsedText, line: TypedLine, what: string, length: number): Finding {
  return {
    rule: "list-run-together",
    place: placeInLine(text, line, 0, length),
    message: `${what}, and the lines would run together in one paragraph`,
    fix: "put - and a blank before each, below an empty line; or a backslash at the end of each line but the last",
  };
}
