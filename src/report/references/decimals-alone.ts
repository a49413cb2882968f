import type { Words } from "./vocabulary.ts";

/** Decimal numbers side by side: "2.1 and 3.4". */
export interface Decimals {
  readonly start: number;
  readonly end: number;
  readonly numbers: readonly { readonly target: string; readonly start: number; readonly end: number }[];
}

/** A number that is a paragraph's, and no sum, date, version or part of a longer one. */
const NUMBER =
  "(?<![\\p{L}\\p{N}£$€.,:/#+-])\\d{1,2}(?:\\.\\d{1,2}){1,3}(?![\\p{L}\\p{N}%‰°]|[.:,/]\\d|-\\p{L}|[-–]\\d)";
const DEEPER = "\\d{1,2}(?:\\.\\d{1,2}){2}";

/** Makes the pattern of decimal numbers that words around them show to be paragraphs, without a noun before them. */
export function decimalPattern(words: (key: keyof Words) => string): RegExp {
  const list = `${NUMBER}(?:(?: (?:${words("and")}|${words("to")}|&) |, ?)${NUMBER})*`;
  const isEnd = `(?=[.,;:)\\]”"’']|$| (?:${words("after")}))`;
  const said = `(?<=${words("before")})${list}(?=,? \\(?(?:${words("above")}|${words("below")})${isEnd})`;
  const led = `(?<=(?:${words("leadingTo")}) )${list}${isEnd}`;
  const deep = `(?<=(?<!\\p{L})(?:${words("deepIn")}) )(?=${DEEPER})${list}${isEnd}`;
  return new RegExp(`(?=\\d)(?:${said}|${led}|${deep})`.replaceAll(" ", "[ \\n\\u00a0]"), "giu");
}

/** Finds decimal numbers that are alone for paragraphs: the "2.1" of "see 2.1 above". In doubt a number is none. */
export function findDecimals(text: string, pattern: RegExp): readonly Decimals[] {
  // The pattern is one that takes V8 long to compile, and few texts have any such number.
  if (!/\d\.\d/.test(text)) return [];
  return [...text.matchAll(pattern)].map(({ 0: words, index: start }) => {
    const numbers = [...words.matchAll(/\d+(?:\.\d+)+/g)].map(({ 0: target, index }) => {
      return { target, start: start + index, end: start + index + target.length };
    });
    return { start, end: start + words.length, numbers };
  });
}
