import { AUTHORITY, TEXTS } from "./reference-vocabulary.ts";

/**
 * A pattern for text in lower case. To ignore case would be to compile each letter to a class of letters, which took longer than
 * all the matching in a report.
 */
export const lowerCasePattern = (source: string): RegExp => new RegExp(source, "u");

/** Lets a lower-case alternation stand for words that begin with a capital, too. */
export function either(alternatives: string): string {
  return `(?:${alternatives}|${capitalised(alternatives)}|${alternatives.toUpperCase()})`;
}

/** An alternation of words in lower case, each with a capital. */
export function capitalised(alternatives: string): string {
  return `(?:${alternatives.replace(/(?<![\p{L}[])[a-z]/gu, (letter) => letter.toUpperCase())})`;
}

export const THIS =
  "(?:(?:this(?: year['’]s)?|today['’]s|the (?:present|current)) (?:cover(?:ing)? )?(?:report|paper|update|document|briefing|one)|the (?:report|paper)(?: now)? before (?:members|you|us|the (?:committee|panel|board)))";

export const TEXT = `(?:${AUTHORITY}|${TEXTS})`;

/** Up to three words between an article and a noun; not those that begin another phrase. */
export const ADJECTIVES = "(?:(?!of |and |to |for |in )[^ ,;:()]+ ){0,3}";

/** "of the meeting on 3 March" */
export const PHRASES =
  "(?: (?:of|on|for|with|from|dated|by|in|to|at|about|between|under|before)(?: [^ ,;:()]+){1,3}){0,2}";

/** "report PH/2018/11", "circular 4" */
export const CODE = "(?: (?:nos?\\.? )?[\\p{L}\\p{N}]{0,8}(?:[/.-]?\\p{N}{1,6}){1,4})?";

/** What may stand between a name and the noun "paragraph": a comma, a bracket, a dash, "at", "in". */
export const GAP = `["”’')\\]]{0,3}(?:,| ?[(–—]| -)? ?(?:(?:at|in|under) )?$`;
