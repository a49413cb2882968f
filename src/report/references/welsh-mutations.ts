/** How the first letters of a word change: radical, soft, nasal, aspirate. A vowel may get an "h". */
const FORMS: Readonly<Record<string, string>> = {
  ll: "ll?",
  rh: "rh?",
  p: "(?:p|b|mh|ph)",
  t: "(?:t|d|nh|th)",
  c: "(?:c|g|ngh|ch)",
  b: "[bfm]",
  d: "(?:dd?|n)",
  g: "(?:g|ng)?",
  m: "[mf]",
};

/**
 * A pattern for Welsh words, "cod|deddf", in each form that the words before them give them: "cod", "god", "nghod",
 * "chod".
 */
export function mutated(words: string): string {
  const initial = /(?<=^|\|)(?:ll|rh|[ptcbdgm]|(?=[aeiouwyâêîôûŵŷ]))/gu;
  return `(?:${words.replace(initial, (radical) => FORMS[radical] ?? "h?")})`;
}

/** Words that change the "p" of what follows them: "o baragraff", "ym mharagraff", "a pharagraff". */
const CHANGES: readonly (readonly [before: RegExp, initial: string])[] = [
  [/(?<![\p{L}\p{N}])(?:o|i|am|ar|at|gan|heb|hyd|dan|dros|drwy|trwy|wrth|neu)\s$/iu, "b"],
  [/(?<![\p{L}\p{N}])ym\s$/iu, "mh"],
  [/(?<![\p{L}\p{N}])(?:a|â|gyda|tua|na)\s$/iu, "ph"],
];

/**
 * What a link to a paragraph says after the words of a sentence: "paragraff 14" becomes "mharagraff 14" after "ym".
 * Other words stay as they are, and so do all of an English report.
 */
export function wordsInSentence(before: string, words: string): string {
  if (!/^paragraff [A-Z\d]/u.test(words)) return words;
  const initial = CHANGES.find(([pattern]) => pattern.test(before))?.[1] ?? "p";
  return initial + words.slice(1);
}
