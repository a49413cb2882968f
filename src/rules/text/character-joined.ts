import type { Readable } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/**
 * Latin letters that were joined for the eye and got a code point of their own (Unicode, Alphabetic Presentation
 * Forms).
 */
const LIGATURE = /[\uFB00-\uFB06]/g;

/**
 * Text from a PDF holds "ﬁ" and the like as one character, so that no search finds the word and some voices leave it
 * out.
 */
export const characterJoined = rule({
  id: "character-joined",
  severity: "warning",
  group: "text",
  summary: "two letters are one character here, so a search for the word does not find it",
  remedy: "type the letters",
  checks: { lines: check },
});

function check({ path, text }: Readable, raise: RaiseFound): void {
  if (!/[\uFB00-\uFB06]/.test(text)) return;
  for (const [index, line] of text.split("\n").entries()) {
    for (const { 0: character, index: at } of line.matchAll(LIGATURE)) {
      const letters = character.normalize("NFKC");
      raise({
        place: { path, line: index + 1, column: at + 1, endColumn: at + 2 },
        message: `the letters ${letters} are one character here, so a search for the word does not find it`,
        fix: `type ${letters}`,
      });
    }
  }
}
