/**
 * Tells whether a stretch of a text is in a web address, an e-mail address or a path, which are not words. Stretches
 * must be asked for in the order in which they are, so that each address is looked at once.
 */
export function addressFinder(text: string): (start: number, end: number) => boolean {
  if (!MAY_HOLD.test(text)) return () => false;
  let wordEnd = 0;
  let addressFrom = Number.POSITIVE_INFINITY;
  return (start, end) => {
    if (start >= wordEnd) {
      const wordStart = startOfWord(text, start, wordEnd);
      wordEnd = endOfWord(text, start);
      const sign = SIGN.exec(text.slice(wordStart, wordEnd));
      addressFrom = sign === null ? Number.POSITIVE_INFINITY : wordStart + sign.index + sign[0].length;
    }
    DOMAIN.lastIndex = end;
    return start >= addressFrom || DOMAIN.test(text);
  };
}

const MAY_HOLD = /:\/\/|@|www\.|\.[a-z]{2}/i;
const SIGN = /:\/\/|@|www\./i;
const DOMAIN = /@|\.[a-z]{2,}(?=[/.\s]|$)/y;

function startOfWord(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && !/\s/.test(text.charAt(start - 1))) start--;
  return start;
}

function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/\s/.test(text.charAt(end))) end++;
  return Math.max(end, at + 1);
}
