import type { Raise } from "../../diagnostics/catalogue.ts";
import { placeInText } from "../../text/inline-text.ts";
import type { PassageUses } from "./uses.ts";

/** Raises "PIN number": the short form holds the word that follows it. */
export function raiseWordRepeated(uses: readonly PassageUses[], raise: Raise): void {
  for (const { passage, matches } of uses) {
    const { inline, where } = passage;
    if (where.isQuoted) continue;
    for (const { entry, start, end } of matches) {
      const next = NEXT.exec(inline.text.slice(end, end + 60));
      const [, word = ""] = next ?? [];
      if (next === null || !repeats(entry, word, next.input.slice(next[0].length))) continue;
      raise({
        rule: "abbreviation-word-repeated",
        place: placeInText(where.text, inline, start, end + next[0].length),
        message: `the last word of ${entry.short} is "${lastOf(entry.long)}", so it is here twice`,
        fix: `write ${entry.short} alone`,
      });
    }
  }
}

const NEXT = /^\s(\p{L}{3,})(?![\p{L}\p{N}’'-])/u;
/** What is after one of these says more of the word before it: the last word is not what the whole is. */
const QUALIFIED = /\s(?:for|from|in|of|on|to|with)\s/i;

/**
 * Whether a word after a short form is the last of those that it stands for. "LGA associations" are others than the
 * Association, and "DfE education advisers" advise on education, so that a name is repeated in its own number, and
 * after "of" and "for" with its capital.
 */
function repeats(
  { short, long }: { readonly short: string; readonly long: string },
  word: string,
  rest: string,
): boolean {
  const last = lastOf(long);
  if (last === long || !short.toLowerCase().endsWith(last.charAt(0).toLowerCase())) return false;
  if (QUALIFIED.test(long)) return word === last && !/^\s\p{Lu}/u.test(rest);
  if (word.toLowerCase() === last.toLowerCase()) return true;
  return !/^\p{Lu}/u.test(last) && word === `${last}s`;
}

function lastOf(long: string): string {
  return /(?<![\p{L}\p{N}])[\p{L}\p{N}]+$/u.exec(long)?.[0] ?? long;
}
