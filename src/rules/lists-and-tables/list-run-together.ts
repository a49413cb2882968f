import type { Paragraph } from "mdast";
import type { NumberedText } from "../../model/tree.ts";
import { placeInLine, type TypedLine } from "../../text/typed-lines.ts";
import { firstPlaceOf } from "../../text/typed-mark.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";
import { letteredLines, linesBeside, linesToKeepApart, signedLines, typedParagraphs } from "./joined-lines.ts";

/** Lines that were typed as a list, and that Markdown joins into one paragraph (CommonMark 0.31, section 5.2). */
export const listRunTogether = rule({
  id: "list-run-together",
  severity: "warning",
  group: "lists-and-tables",
  summary: "lines that were typed as a list run together in a paragraph",
  remedy: "begin each item of a list with a dash and a space, or run `npx scrutineer fix`",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  const paragraphs = typedParagraphs(text);
  let above: { readonly message: string; readonly index: number } | undefined;
  for (const [index, { node, lines }] of paragraphs.entries()) {
    const beside = linesBeside(paragraphs, index);
    const finding = bulleted(text, lines, beside) ?? lettered(text, node, lines);
    if (finding === undefined) continue;
    // Points that are each by itself are one list, and one finding.
    const isSame = above?.message === finding.message && above.index === index - 1 && beside.length > 0;
    above = { message: finding.message, index };
    if (!isSame) raise(finding);
  }
}

function bulleted(text: NumberedText, lines: readonly TypedLine[], beside: readonly string[]): Found | undefined {
  const [first] = signedLines(lines, beside);
  if (first === undefined) return undefined;
  const { line, sign, isUnread } = first;
  const isMarker = /^[-*+]$/.test(sign);
  return {
    place: placeInLine(text, line, 0, sign.length),
    message: isUnread
      ? `the non-breaking spaces beside this ${sign} keep it from making a list, and its lines would run together`
      : isMarker
        ? `there is no space after this ${sign}, so the lines are not a list, and run together`
        : `${nameOf(sign)} begins a line here, which is not a list: its lines would run together`,
    fix: isUnread
      ? `put an empty line above the list, and type ${sign} and one ordinary space at the start of each line`
      : isMarker
        ? `put a space after each ${sign}`
        : `type - and a space in place of each ${nameOf(sign)}`,
  };
}

/** Characters of a word processor's own have no form that a terminal shows. */
function nameOf(sign: string): string {
  return /[\ue000-\uf8ff]/u.test(sign) ? "word processor's bullet" : sign;
}

/** The first of two lines that begin with marks that follow each other, such as (a) and (b), or R1 and R2. */
function lettered(text: NumberedText, node: Paragraph, lines: readonly TypedLine[]): Found | undefined {
  const [first] = letteredLines(node, lines);
  if (first !== undefined)
    return {
      place: placeInLine(text, first.line, 0, first.mark.typed.length),
      message: `${first.mark.typed} begins a line here, which is not a list: its lines would run together`,
      fix:
        firstPlaceOf(first.mark) === undefined
          ? "put a backslash at the end of each of these lines except the last; a list would begin with (a), (i) or (1)"
          : "put an empty line above each of these lines",
    };
  const [top] = linesToKeepApart(node, lines);
  return top && linesApart(text, top.line, top.what, top.length);
}

function linesApart(text: NumberedText, line: TypedLine, what: string, length: number): Found {
  return {
    place: placeInLine(text, line, 0, length),
    message: `${what}, and the lines would run together in one paragraph`,
    fix: "put - and a space before each, below an empty line; or a backslash at the end of each line except the last",
  };
}
