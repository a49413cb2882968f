import type { Language } from "../model.ts";
import { mutatedBehind } from "./welsh-mutations.ts";

const FITTING: Readonly<Record<Language, (before: string, words: string) => string>> = {
  "en-GB": (_, words) => words,
  cy: mutatedBehind,
};

/** The words for what a link leads to, as the grammar of a language has them behind what stands before the link. */
export function wordsInSentence(lang: Language, before: string, words: string): string {
  return FITTING[lang](before, words);
}
