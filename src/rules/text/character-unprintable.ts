import type { ParsedText } from "../../model/tree.ts";
import { placeAt, type Readable } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { characterReferences } from "./character-references.ts";
import { describe, LOST, UNPRINTABLE } from "./unprintable-characters.ts";

/**
 * Readers get an empty box for these, a screen reader nothing, and a PDF for everyone may not hold them (ISO 14289-1,
 * 7.21.4.1 and 7.21.7). Characters that the site's own fonts lack would be found here, too.
 */
export const characterUnprintable = rule({
  id: "character-unprintable",
  severity: "error",
  group: "text",
  summary: "readers see an empty box for a character here",
  remedy: "write a list where it is a bullet; otherwise delete it, or type the character that is meant",
  checks: { lines: checkLines, text: checkReferences },
});

function checkLines({ path, text }: Readable, raise: RaiseFound): void {
  for (const [index, line] of text.split("\n").entries()) {
    for (const { 0: characters, index: at } of line.matchAll(UNPRINTABLE)) {
      const [first = ""] = characters;
      const isBullet = /^[\s>]*$/.test(line.slice(0, Math.min(at, 40))) && at < 40;
      raise({
        place: { path, line: index + 1, column: at + 1, endColumn: at + characters.length + 1 },
        message: `${describe(first)} is here, and readers see an empty box for it`,
        fix: first === LOST ? TYPE_AGAIN : isBullet ? WRITE_A_LIST : TYPE_THE_SIGN,
      });
    }
  }
}

/** The same where the character is written as a reference. */
function checkReferences(text: ParsedText, raise: RaiseFound): void {
  for (const { typed, character, start, end } of characterReferences(text)) {
    if (character.match(UNPRINTABLE) === null) continue;
    const message = `${describe(character)} is written here as ${typed}, and readers see an empty box for it`;
    raise({ place: placeAt(text, start, end), message, fix: TYPE_THE_SIGN });
  }
}

const TYPE_AGAIN = "type the character that was there before the text was converted";
const WRITE_A_LIST = "write a list: begin the line with * and a space in its place";
const TYPE_THE_SIGN = "delete it, or type the character that is meant";
