import { isAllShouted, isShouted } from "./all-caps.ts";
import { isCodeOrUnit } from "./codes-and-units.ts";

/** LGA, R&D, LTP4, DfE, PM2.5. */
const CANDIDATE = /\p{Lu}[\p{L}\p{N}&]*[\p{Lu}\p{N}](?:\.\p{N}+)?/gu;
const PART_BEFORE = /[\p{L}\p{N}&_@]$|[\p{L}\p{N}_]\.$/u;
const COMPLETE = /^s?(?![\p{L}\p{N}_@])/u;
/** In one of mixed case, such as DfE or CoYC, a capital has two small letters at most. */
const NAME_WITHIN = /\p{Ll}{3}/u;

/**
 * The words of a text that look like abbreviations and that `isExplained` does not know, in the singular: two capitals
 * or more, with figures, an ampersand or small letters between them. What is a code, a unit or somebody's name is none,
 * nor a word that is shouted.
 */
export function unexplainedShortForms(
  text: string,
  isExplained: (short: string) => boolean,
): readonly { readonly short: string; readonly start: number; readonly end: number }[] {
  const found: { readonly short: string; readonly start: number; readonly end: number }[] = [];
  for (const { 0: short, index: start } of text.matchAll(CANDIDATE)) {
    const end = start + short.length;
    if (
      isShort(short) &&
      isWhole(text, start, end) &&
      !isKnown(text, start, end, isExplained) &&
      !isOther(text, start, end)
    )
      found.push({ short, start, end });
  }
  return found.length > 0 && isAllShouted(text) ? [] : found;
}

/** Whether a word is explained by itself, or with the word before or after it: "HNY ICB". */
function isKnown(text: string, start: number, end: number, isExplained: (short: string) => boolean): boolean {
  const short = text.slice(start, end);
  if (isExplained(short)) return true;
  const before = /(?:^|[\s("'“‘])([\p{L}\p{N}&]{1,12})\s$/u.exec(text.slice(Math.max(0, start - 14), start))?.[1];
  const after = /^\s([\p{L}\p{N}&]{1,12}?)(?:s|['’]s)?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 18))?.[1];
  return (
    (before !== undefined && isExplained(`${before} ${short}`)) ||
    (after !== undefined && isExplained(`${short} ${after}`))
  );
}

function isShort(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !NAME_WITHIN.test(word);
}

function isWhole(text: string, start: number, end: number): boolean {
  return !PART_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && COMPLETE.test(text.slice(end, end + 2));
}

function isOther(text: string, start: number, end: number): boolean {
  return isCodeOrUnit(text, start, end) || isShouted(text, start, end);
}
