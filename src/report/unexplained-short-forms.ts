const CANDIDATE = /(?<![\p{L}\p{N}&_./-])\p{Lu}[\p{Lu}\p{N}&]*\p{Lu}[\p{Lu}\p{N}]*(?=s?(?![\p{L}\p{N}_]))/gu;
const SMALL_ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/;

/**
 * The words of a text that look like abbreviations: two capitals or more. Roman numerals, postcodes and words that are
 * shouted with their neighbours are not taken for any.
 */
export function unexplainedShortForms(
  text: string,
): readonly { readonly short: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const [short] = match;
    const start = match.index;
    const isNone =
      SMALL_ROMAN.test(short) ||
      POSTCODE.test(text.slice(start, start + 8)) ||
      isShouted(text, start, start + short.length);
    return isNone ? [] : [{ short, start, end: start + short.length }];
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
