import type { Finding, RuleId } from "../diagnostics/catalogue.ts";
import type { Place } from "../model/source.ts";
import type { Count, CountedParagraph } from "./counted-paragraphs.ts";
import { placeInBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

/** Why it is not certain which number each paragraph should have, in fixed words. */
export interface Doubt {
  readonly why: string;
  readonly place: Place;
}

/** Mistakes after which a paragraph may be missing from the count, or are in it wrongly. */
const DOUBTS: Partial<Record<RuleId, string>> = {
  "typed-number-swallowed": "a numbered line has become part of the paragraph above it",
  "typed-number-ambiguous": "an item could be a paragraph or part of a sub-list",
  "sub-list-start": "a list that does not begin at 1 could hold paragraphs",
  "numbering-ambiguous": "the paragraphs could be numbered in two ways",
  "paragraph-empty": "a numbered paragraph has no text",
};

/** A number so far beyond the one due could be a year or a sum that begins a sentence. */
const FARTHEST = 10;
const YEAR = 1000;

/**
 * Says why the numbers of a text cannot be typed anew for certain, if so. A wrong number must not take the place of
 * another.
 */
export function doubtOf(text: FixableText, count: Count | undefined, found: readonly Finding[]): Doubt | undefined {
  const [raised] = found.filter(({ rule }) => rule in DOUBTS);
  if (raised !== undefined) return { why: DOUBTS[raised.rule] ?? "", place: raised.place };
  const inLine = found.find(({ rule, place }) => rule === "number-in-line" && numberAt(text, place) < YEAR);
  if (inLine !== undefined) return { why: "a line within a paragraph begins with a number", place: inLine.place };
  const [wrong] = found.filter(({ rule }) => rule === "typed-number" || rule === "typed-number-all-ones");
  if (wrong === undefined) return undefined;
  if (count === undefined) return { why: "one of them has no digits that could be changed", place: wrong.place };
  const lines = new Set(count.paragraphs.map(({ node }) => node.position?.start.line));
  const elsewhere = found.find(({ rule, place }) => rule === "typed-number" && !lines.has(place.line));
  if (elsewhere !== undefined)
    return { why: "a number that does not belong to a paragraph is wrong, too", place: elsewhere.place };
  return doubtOfOnes(count, found) ?? doubtOfParagraphs(text, count.paragraphs);
}

function numberAt({ body }: FixableText, { line, column }: Place): number {
  return Number.parseInt(body.text.split("\n")[line - 1]?.slice(column - 1) ?? "", 10);
}

/** A list of ones at the margin is a sub-list, unless nothing is above it that it could belong to. */
function doubtOfOnes({ paragraphs, hasRun }: Count, found: readonly Finding[]): Doubt | undefined {
  const why = "a list in which every item is typed as 1 could be a sub-list";
  for (const { rule, place } of found) {
    if (rule !== "typed-number-all-ones") continue;
    // The finding is of the second item.
    const first = paragraphs[paragraphs.findIndex(({ node }) => node.position?.start.line === place.line) - 1];
    if (hasRun || first === undefined || !(first.isFirst || first.dueDigits === 1)) return { why, place };
  }
  return undefined;
}

function doubtOfParagraphs(text: FixableText, paragraphs: readonly CountedParagraph[]): Doubt | undefined {
  for (const [index, paragraph] of paragraphs.entries()) {
    const { typed, due, digits, dueDigits, start, end, isBelowRun } = paragraph;
    const above = paragraphs[index - 1];
    const next = paragraphs[index + 1];
    if (next?.digits !== digits + 1 && hidesNumber(text, paragraph, next))
      return { why: "a line begins with the number that is missing", place: placeInBody(text, start, end) };
    if (typed === due) continue;
    if (isBelowRun)
      return { why: "an item below a sub-list at the margin could belong to it", place: placeInBody(text, start, end) };
    if (digits > dueDigits + FARTHEST && digits !== (above?.digits ?? 0) + 1)
      return { why: "a number is far from the one that is due", place: placeInBody(text, start, end) };
  }
  return undefined;
}

/** Whether the number that should follow is at the start of a line further down, where nothing reads it as a number. */
function hidesNumber({ body }: FixableText, paragraph: CountedParagraph, next: CountedParagraph | undefined): boolean {
  const from = paragraph.node.position?.start.offset ?? 0;
  const below = body.text.slice(from, next?.node.position?.start.offset);
  const missing = new RegExp(`\\n[\\s>*_\\\\]*0*${paragraph.digits + 1}(?![\\p{L}\\d%]|[,./:–-]\\d)`, "u");
  return missing.test(below);
}
