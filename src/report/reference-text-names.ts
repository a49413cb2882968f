import { AUTHORITY, PAPERS, TEXTS } from "./reference-vocabulary.ts";

/**
 * The name of a text, as `markTexts` marks it: a sign for its kind, the words, and a sign for the end. One pattern finds the many
 * names once, so that the patterns that speak of them stay short, which is most of what they cost.
 */
export const AUTHORITY_NAME = "\\uE000[^\\uE003]+\\uE003";
/** Of a text of authority or another. */
export const TEXT_NAME = "[\\uE000\\uE001][^\\uE003]+\\uE003";
/** Of any text, or of what is known for one only as the subject of what it says. */
export const PAPER_NAME = "[\\uE000-\\uE002][^\\uE003]+\\uE003";

const NAME = new RegExp(`(?<!\\p{L})(?:(${AUTHORITY})|(${TEXTS})|(?:${PAPERS}))(?!\\p{L})`, "giu");

/** Puts signs from the private use area round each name of a text. */
export function markTexts(sentence: string): string {
  return sentence.replace(NAME, (name: string, authority?: string, text?: string) => {
    const sign = authority !== undefined ? "\uE000" : text !== undefined ? "\uE001" : "\uE002";
    return `${sign}${name}\uE003`;
  });
}
