/**
 * What an author typed at the start of a block, or of a line: the number of a paragraph, or the letter of a
 * sub-paragraph.
 */
export interface TypedMark {
  /** As it was typed, without emphasis: "3.", "1.1", "(a)". */
  readonly typed: string;
  readonly kind: MarkKind;
  /** Without brackets and full stop: "3", "1.1", "a". */
  readonly value: string;
  /** Where it begins in what was typed, after signs of emphasis. */
  readonly start: number;
  /** Whether it is a mark wherever it is; else it is one only where it is the one that is due. */
  readonly isCertain: boolean;
}

type MarkKind = "whole" | "suffixed" | "decimal" | "annex" | "figure" | "letter";

const BLANK = "(?:[ \\t\\u00a0\\u2007\\u202f]|&nbsp;)";
const OPENING = "[\"'“‘«(\\[*_]*";
/** After a mark with a full stop or a bracket: a blank, or a sentence without one. */
const AFTER_SIGN = `(?=${BLANK}|$|\\n|[*_]{1,3}(?:${BLANK}|$|\\n|\\p{Lu})|${OPENING}\\p{Lu})`;
const SENTENCE = `(?=${BLANK}+${OPENING}\\p{Lu})`;
const WORDS = `(?=${BLANK}+\\S)`;
/** What is counted or measured, or the month of a day: the number before it is part of the text. */
const COUNTED =
  "(?!(?:[ \\t\\u00a0\\u202f]|&nbsp;)+(?:January|February|March|April|May|June|July|August|September|October|November|December|million|billion|thousand|per|percent|tonnes?|miles?|km|kg|metres?|hectares?|acres?|hours?|days?|weeks?|months?|years?|times|am|pm|a\\.m|p\\.m|[%£])(?![\\p{L}]))";

const DECIMAL = "\\d{1,3}(?:\\.\\d{1,3})+";
const ANNEX = "[A-Z]{1,2}\\d{1,3}(?:\\.\\d{1,3})*";

/**
 * The forms of typed numbers and letters: the one table that paragraphs, headings, sub-paragraphs, messages and fixes
 * read them by. The first that fits is taken.
 */
const FORMS: readonly { readonly kind: MarkKind; readonly isCertain: boolean; readonly pattern: RegExp }[] = [
  { kind: "decimal", isCertain: true, pattern: form(`(${DECIMAL})[.)]${AFTER_SIGN}`) },
  { kind: "decimal", isCertain: true, pattern: form(`(${DECIMAL})${COUNTED}${SENTENCE}`) },
  { kind: "decimal", isCertain: false, pattern: form(`(${DECIMAL})${COUNTED}${WORDS}`) },
  { kind: "decimal", isCertain: false, pattern: form(`(${DECIMAL})(?=\\p{Lu})`) },
  { kind: "suffixed", isCertain: true, pattern: form(`(\\d{1,4}[A-Z])[.)]${AFTER_SIGN}`) },
  { kind: "annex", isCertain: true, pattern: form(`(${ANNEX})[.)]${AFTER_SIGN}`) },
  { kind: "annex", isCertain: false, pattern: form(`(${ANNEX})${SENTENCE}`) },
  { kind: "whole", isCertain: true, pattern: form(`(\\d{1,9})[.)]${AFTER_SIGN}`) },
  { kind: "whole", isCertain: false, pattern: form(`(\\d{1,3})${COUNTED}${SENTENCE}`) },
  { kind: "figure", isCertain: true, pattern: form(`\\((\\d{1,3})\\)${AFTER_SIGN}`) },
  { kind: "letter", isCertain: true, pattern: form(`\\(([a-z]|[ivxl]{2,6}|([a-z])\\2)\\)${AFTER_SIGN}`) },
  { kind: "letter", isCertain: true, pattern: form(`([a-z]|[ivxl]{2,6}|([a-z])\\2)\\)${AFTER_SIGN}`) },
  { kind: "letter", isCertain: false, pattern: form(`([a-z]|[ivxl]{2,6}|([a-z])\\2)\\.${AFTER_SIGN}`) },
];

/** In bold or italics, a number with nothing else is one, whether or not a full stop is after it. */
const EMPHASISED: readonly { readonly kind: MarkKind; readonly pattern: RegExp }[] = [
  { kind: "decimal", pattern: emphasised(DECIMAL) },
  { kind: "decimal", pattern: new RegExp(`^(${DECIMAL})(?=[*_]{1,3}${COUNTED}${BLANK}+\\S)`, "u") },
  { kind: "annex", pattern: emphasised(ANNEX) },
  { kind: "suffixed", pattern: emphasised("\\d{1,4}[A-Z]") },
  { kind: "whole", pattern: emphasised("\\d{1,3}") },
];

function form(source: string): RegExp {
  return new RegExp(`^${source}`, "u");
}

function emphasised(number: string): RegExp {
  return new RegExp(`^(${number})(?=[*_]{1,3}(?:$|\\n|${BLANK}*${OPENING}\\p{Lu}))`, "u");
}

/** The mark with which a typed line begins; a number with a backslash before its full stop is none. */
export function readMark(line: string): TypedMark | undefined {
  const start = /^(?:\*{1,3}|_{1,3})?/.exec(line)?.[0].length ?? 0;
  const inside = line.slice(start);
  if (start > 0) {
    for (const { kind, pattern } of EMPHASISED) {
      const value = pattern.exec(inside)?.[1];
      if (value !== undefined) return { typed: value, kind, value, start, isCertain: true };
    }
  }
  for (const { kind, isCertain, pattern } of FORMS) {
    const [typed, value] = pattern.exec(inside) ?? [];
    if (typed !== undefined && value !== undefined) return { typed, kind, value, start, isCertain };
  }
  return undefined;
}

/** Whether a mark is that of a sub-paragraph. */
export function isSubMark({ kind }: TypedMark): boolean {
  return kind === "letter" || kind === "figure";
}

/** Whether a mark is the label of a recommendation, such as R3, and no number of annex R's. */
export function isRecommendationMark({ kind, value }: TypedMark, letter: string | undefined): boolean {
  return kind === "annex" && letter !== "R" && /^R\d+$/.test(value);
}

export type Sequence = "letters" | "roman" | "figures" | "points";

/** The places that a sub-paragraph's mark can have: "i" is the ninth letter, and the first Roman numeral. */
export function placesOf({ kind, value }: TypedMark): readonly { readonly sequence: Sequence; readonly at: number }[] {
  if (kind === "figure") return [{ sequence: "figures", at: Number(value) }];
  if (kind !== "letter") return [];
  const roman = romanValue(value);
  const letter = letterValue(value);
  return [
    ...(roman === undefined ? [] : [{ sequence: "roman" as const, at: roman }]),
    ...(letter === undefined ? [] : [{ sequence: "letters" as const, at: letter }]),
  ];
}

/** The place that makes a mark the first of its kind. */
export function firstPlaceOf(mark: TypedMark): Sequence | undefined {
  return placesOf(mark).find(({ at }) => at === 1)?.sequence;
}

/** Whether one mark is the next after another. */
export function follows(mark: TypedMark, next: TypedMark): boolean {
  const places = placesOf(mark);
  return placesOf(next).some((one) =>
    places.some(({ sequence, at }) => sequence === one.sequence && one.at === at + 1),
  );
}

function letterValue(value: string): number | undefined {
  const [first = "", second] = value;
  if (value.length > 2 || (second !== undefined && second !== first)) return undefined;
  return first.charCodeAt(0) - 96 + (second === undefined ? 0 : 26);
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanValue(value: string): number | undefined {
  if (!/^(?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3})$/.test(value)) return undefined;
  const digits = [...value].map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
