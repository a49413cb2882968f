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
