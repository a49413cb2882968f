import { withoutElsewhere } from "./elsewhere.ts";

/**
 * The long form on one line; a full stop or semicolon that ends the entry is no part of it, but for those of "Ltd." or
 * of sentences.
 */
export function longForm(words: string): string {
  const long = withoutElsewhere(words).replace(/\s+/g, " ").trim();
  const isSentences = /[.!?] \p{Lu}/u.test(long);
  if (/[^.]\.$/.test(long) && !isSentences && !/(?:[ .]\p{L}|\b(?:etc|Ltd|Inc|Co|No|St))\.$/u.test(long))
    return long.slice(0, -1).trimEnd();
  return long.replace(/(?<!\s)\s*;$/, "");
}
