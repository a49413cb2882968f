import type { ParsedText } from "../model.ts";
import type { Finding } from "./catalogue.ts";
import type { Check } from "./check.ts";
import { outsideGlossary } from "./outside-glossary.ts";
import { placeInLine, type TypedLine, typedLines } from "./typed-lines.ts";

/** Signs that nobody but a word processor puts at the start of a line. */
const BULLET = /^[•▪▫◦‣⁃●○■□➢➤►▶]\s*(?=[\p{L}\p{N}“"‘'(*[£])/u;
/** Signs that begin an item where two lines begin so. */
const DASH = /^(?:[·–—]\s+|o\s+|[-*+])(?=[\p{L}\p{N}“‘(£])/u;
const LETTER = /^\(?([a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+(?=\S)/;

/** Lines that were typed as a list, and that Markdown joins into one paragraph (CommonMark 0.31, section 5.2). */
export const listsRunTogether: Check = (text, raise) => {
  for (const { node, parent } of outsideGlossary(text, "paragraph")) {
    const lines = typedLines(text, node);
    const isAtTop = parent.type === "root" || parent.type === "containerDirective";
    const finding = bulleted(text, lines) ?? lettered(text, lines, isAtTop);
    if (finding !== undefined) raise(finding);
  }
};

function bulleted(text: ParsedText, lines: readonly TypedLine[]): Finding | undefined {
  const dashes = new Map<string, number>();
  for (const { typed } of lines) {
    const dash = DASH.exec(typed)?.[0].trim();
    if (dash !== undefined) dashes.set(dash, (dashes.get(dash) ?? 0) + 1);
  }
  for (const line of lines) {
    const dash = DASH.exec(line.typed)?.[0];
    const isRepeated = dash !== undefined && (dashes.get(dash.trim()) ?? 0) > 1;
    const sign = BULLET.exec(line.typed)?.[0] ?? (isRepeated ? dash : undefined);
    if (sign === undefined) continue;
    const typed = sign.trim();
    const isMarker = /^[-*+]$/.test(typed);
    return {
      rule: "list-run-together",
      place: placeInLine(text, line, 0, typed.length),
      message: isMarker
        ? `no blank stands behind this ${typed}, so the lines make no list, and run together`
        : `${typed} begins a line here, and makes no list: its lines would run together`,
      fix: isMarker ? `put a blank behind each ${typed}` : `type - and a blank in place of each ${typed}`,
    };
  }
  return undefined;
}

/** The first of two lines that begin with marks that follow each other, such as (a) and (b). */
function lettered(text: ParsedText, lines: readonly TypedLine[], isAtTop: boolean): Finding | undefined {
  const marks = lines.flatMap((line) => {
    const [typed, mark] = LETTER.exec(line.typed) ?? [];
    return typed === undefined || mark === undefined ? [] : [{ line, typed: typed.trim(), mark }];
  });
  const index = marks.findIndex(({ mark }, at) => follows(mark, marks[at + 1]?.mark));
  const first = marks[index];
  // A mark at the start of a paragraph at the margin is taken for a typed number, and checked as that.
  if (first === undefined || (isAtTop && first.line === lines[0])) return undefined;
  const { line, typed } = first;
  return {
    rule: "list-run-together",
    place: placeInLine(text, line, 0, typed.length),
    message: `${typed} begins a line here, and makes no list: its lines would run together`,
    fix: "begin the lines with 1., 2. …, below an empty line and indented by four spaces; the page letters them (a), (b) …",
  };
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

function follows(mark: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  const roman = ROMAN.indexOf(mark);
  if (roman !== -1 && ROMAN[roman + 1] === next) return true;
  if (/\d/.test(mark)) return Number(next) === Number(mark) + 1;
  return mark.length === 1 && next === String.fromCharCode(mark.charCodeAt(0) + 1);
}
