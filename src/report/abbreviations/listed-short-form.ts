import { looksShort } from "./short-form.ts";

/** The most characters that a short form in a list may have. */
export const LONGEST_SHORT_FORM = 24;

const BULLET = /^[•·▪◦‣●○■]\s*/u;
const DOTTED = /^(?:\p{L}{1,3}\.){2,}$/u;
const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&/-]*$/u;
/** Words that begin a remark, "Note: …", or a sentence, "The NHS: …". */
const REMARK = /^(?:[Tt]he|[Aa]n?|[Ii]n|[Oo]n|[Ff]or|[Oo]ur|[Ss]ee|[Nn]otes?|[Ss]ources?|[Kk]ey|[Pp]lease)(?: |$)/;

/**
 * The short form as it is looked for in the text: with plain spaces and hyphens, without a bullet, marks of quotation
 * or the stop of "HSB."
 */
export function shortForm(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\u2010\u2011]/g, "-")
    .trim()
    .replace(BULLET, "")
    .replace(/^["“‘']([^"”’']+)["”’']$/, "$1")
    .replace(/^([^.]*\p{Lu}{2})\.$/u, "$1");
}

/** Whether words are a short form by their own letters: two capitals, or a capital and a figure. */
export function isShortForm(short: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(short) || REMARK.test(short)) return false;
  if (short.includes(" ")) return isOfWords(short.split(" "));
  return looksShort(joinedByHyphens(short));
}

/**
 * Whether a word is a short form by what it stands for: "Ofsted", "T-levels", "p.a.", "sqm", "Cllr." Where it may be
 * none, its letters must be in the long form; else a capital is enough.
 */
export function standsFor(short: string, long: string, mayBeNone: boolean): boolean {
  if (!ONE_WORD.test(short) || REMARK.test(short)) return false;
  if (lettersStandIn(short, long)) return true;
  return !mayBeNone && (DOTTED.test(short) || (/\p{Lu}/u.test(short) && !short.endsWith(".")));
}

/** Whether words together are a short form: "NHS England" and "S 106", but not "Table 1" or "Good practice". */
export function isOfWords(words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  const isLetterAndFigure = words.length === 2 && /^\p{Lu}$/u.test(first) && /^\p{N}/u.test(second);
  return (
    words.length <= 4 &&
    /^\p{L}/u.test(first) &&
    words.every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || looksShort(word)) &&
    (isLetterAndFigure || words.some((word) => looksShort(joinedByHyphens(word))))
  );
}

/** An en dash before a figure joins, as the hyphen of "COVID-19" does. */
function joinedByHyphens(word: string): string {
  return word.replace(/[\u2012\u2013](?=\p{N})/gu, "-");
}

/** Whether the letters of "Ofsted", "sqm" or "Cllr." are in the long form in order, the first of them first. */
function lettersStandIn(short: string, long: string): boolean {
  const isLong = short.length > 5 && !/\p{Lu}/u.test(short);
  const letters = [...short.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const words = long.toLowerCase().replace(/^the /, "");
  if (isLong || letters.length === 0 || !words.startsWith(letters[0] ?? "")) return false;
  let at = 0;
  for (const letter of letters) {
    const found = words.indexOf(letter, at);
    if (found === -1) return false;
    at = found + letter.length;
  }
  return true;
}
