import { LANGUAGES } from "./languages.ts";
import { type NeededWords, wordsNeeded } from "./words-needed.ts";

/**
 * The words that each marking of each language needs, in their order. In its place compile.mjs puts what it gives, which
 * takes longer to find than a check of a report may.
 */
export function wordsOfMarkings(): readonly (readonly NeededWords[])[] {
  return LANGUAGES.map(({ markings }) => markings.map(({ source }) => wordsNeeded(source)));
}
