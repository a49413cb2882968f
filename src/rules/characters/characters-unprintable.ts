import type { LineCheck } from "../check.ts";

/** Characters that no font shows: of private use, that are none, and the sign for one that was lost. */
export const UNPRINTABLE = /[\p{Co}\p{Noncharacter_Code_Point}\uFFFD]+/gu;

/** What word processors keep in the fonts Symbol and Wingdings, by the code points that they give them. */
const SYMBOLS: Readonly<Partial<Record<number, string>>> = {
  61485: "a dash",
  61550: "a bullet",
  61551: "a bullet",
  61553: "a box",
  61557: "a bullet",
  61558: "a bullet",
  61607: "a bullet",
  61608: "a bullet",
  61616: "a degree sign",
  61623: "a bullet",
  61656: "a bullet",
  61664: "an arrow",
  61691: "a cross",
  61692: "a tick",
  61694: "a ticked box",
};

/**
 * Readers get an empty box for these, a screen reader nothing, and a PDF for everyone may not hold them (ISO 14289-1, 7.21.4.1 and 7.21.7).
 * Characters that the site's own fonts lack would be found here, too.
 */
export const charactersUnprintable: LineCheck = ({ path, text }, raise) => {
  for (const [index, line] of text.split("\n").entries()) {
    for (const { 0: characters, index: at } of line.matchAll(UNPRINTABLE)) {
      const [first = ""] = characters;
      const isBullet = /^[\s>]*$/.test(line.slice(0, Math.min(at, 40))) && at < 40;
      raise({
        rule: "character-unprintable",
        place: { path, line: index + 1, column: at + 1, endColumn: at + characters.length + 1 },
        message: `${describe(first)} stands here, and readers get an empty box for it`,
        fix: first === LOST ? TYPE_AGAIN : isBullet ? WRITE_A_LIST : TYPE_THE_SIGN,
      });
    }
  }
};

/** The first character of a text that no font shows. */
export function unprintable(text: string): string | undefined {
  return text.match(UNPRINTABLE)?.[0];
}

const LOST = "\uFFFD";
const TYPE_AGAIN = "type the character that was there before the text was converted";
const WRITE_A_LIST = "write a list: begin the line with * and a blank in its place";
const TYPE_THE_SIGN = "delete it, or type the sign that is meant";

/** An unprintable character in words: "a bullet of a word processor's own font (U+F0B7)". */
export function describe(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const shown = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (character === LOST) return `the sign for a character that was lost (${shown})`;
  if (!/\p{Co}/u.test(character)) return `what is no character (${shown})`;
  return `${SYMBOLS[code] ?? "a sign"} of a word processor's own font (${shown})`;
}
