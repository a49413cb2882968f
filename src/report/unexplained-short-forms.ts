const CANDIDATE = /\p{Lu}[\p{Lu}\p{N}&]*\p{Lu}[\p{Lu}\p{N}]*/gu;
const JOINED_BEFORE = /[\p{L}\p{N}&_./-]$/u;
const COMPLETE = /^s?(?![\p{L}\p{N}_])/u;
const SMALL_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/;

/**
 * The words of a text that look like abbreviations, two capitals or more, and that `isExplained` does not know. Roman
 * numerals, postcodes and words that are shouted with their neighbours are not taken for any.
 */
export function unexplainedShortForms(
  text: string,
  isExplained: (short: string) => boolean,
): readonly { readonly short: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const [short] = match;
    if (isExplained(short)) return [];
    const start = match.index;
    const end = start + short.length;
    const isPart =
      JOINED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || !COMPLETE.test(text.slice(end, end + 4));
    const isNone = isPart || SMALL_ROMAN.test(short) || POSTCODE.test(text.slice(start, start + 8));
    return isNone || isShouted(text, start, end) ? [] : [{ short, start, end }];
  });
}

/** Two neighbours in capitals make a heading or a cry, not three abbreviations. */
function isShouted(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .match(/[\p{L}'’]+/gu)
      ?.slice(-2) ?? [];
  const after =
    text
      .slice(end, end + 60)
      .match(/[\p{L}'’]+/gu)
      ?.slice(0, 2) ?? [];
  const capitals = (words: readonly string[]): number =>
    words.filter((word) => word.length > 1 && word === word.toUpperCase()).length;
  return capitals(before) + capitals(after) >= 2 && (capitals(before.slice(-1)) > 0 || capitals(after.slice(0, 1)) > 0);
}
