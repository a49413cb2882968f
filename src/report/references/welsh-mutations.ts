import type { Language } from "../../model/settings.ts";

/** How the first letters of a word change: radical, soft, nasal, aspirate. The longer come first. */
const INITIALS: readonly (readonly [radical: string, forms: string])[] = [
  ["ll", "ll?"],
  ["rh", "rh?"],
  ["ch", "ch"],
  ["dd", "dd"],
  ["ff", "ff"],
  ["ph", "ph"],
  ["th", "th"],
  ["p", "(?:p|b|mh|ph)"],
  ["t", "(?:t|d|nh|th)"],
  ["c", "(?:c|g|ngh|ch)"],
  ["b", "[bfm]"],
  ["d", "(?:dd?|n)"],
  ["g", "(?:g|ng)?"],
  ["m", "[mf]"],
  ["", "h?"],
];
const VOWEL = /^[aeiouwyâêîôûŵŷ]/u;

/**
 * A pattern for a Welsh word, in lower case, in each form that the words before it give it: "cod", "god", "nghod",
 * "chod".
 */
export function mutated(word: string): string {
  const [radical, forms] = INITIALS.find(([letters]) =>
    letters === "" ? VOWEL.test(word) : word.startsWith(letters),
  ) ?? ["", ""];
  return forms + word.slice(radical.length);
}

/** An alternation of Welsh words in all their forms. */
export function anyMutated(words: readonly string[]): string {
  return `(?:${words.map(mutated).join("|")})`;
}

/** Words that change the "p" of what follows them: "o baragraff", "ym mharagraff", "a pharagraff". */
const CHANGES: readonly (readonly [before: RegExp, initial: string])[] = [
  [/(?<![\p{L}\p{N}])(?:o|i|am|ar|at|gan|heb|hyd|dan|dros|drwy|trwy|wrth|neu)\s$/iu, "b"],
  [/(?<![\p{L}\p{N}])ym\s$/iu, "mh"],
  [/(?<![\p{L}\p{N}])(?:a|â|gyda|tua|na)\s$/iu, "ph"],
];

/** What a link to a paragraph says after the words of a sentence: "paragraff 14" becomes "mharagraff 14" after "ym". */
function mutatedAfter(before: string, words: string): string {
  if (!/^paragraff [A-Z\d]/u.test(words)) return words;
  const initial = CHANGES.find(([pattern]) => pattern.test(before))?.[1] ?? "p";
  return initial + words.slice(1);
}

const FITTING: Readonly<Record<Language, (before: string, words: string) => string>> = {
  "en-GB": (_, words) => words,
  cy: mutatedAfter,
};

/** The words for what a link leads to, as the grammar of a language has them after what is before the link. */
export function wordsInSentence(lang: Language, before: string, words: string): string {
  return FITTING[lang](before, words);
}
