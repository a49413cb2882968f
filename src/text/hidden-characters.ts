/** Control and format characters and halves of surrogate pairs, but for tabs, line feeds, and the two joiners that some scripts are written with. */
export const HIDDEN_CHARACTERS = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const NAMES: Partial<Record<number, string>> = {
  173: "a soft hyphen",
  1564: "an Arabic letter mark",
  8203: "a zero-width space",
  8206: "a left-to-right mark",
  8207: "a right-to-left mark",
  8234: "a left-to-right embedding",
  8235: "a right-to-left embedding",
  8236: "the end of a directional override",
  8237: "a left-to-right override",
  8238: "a right-to-left override",
  8232: "a line separator",
  8233: "a paragraph separator",
  8288: "a word joiner",
  8294: "a left-to-right isolate",
  8295: "a right-to-left isolate",
  8296: "a first-strong isolate",
  8297: "the end of an isolate",
  65279: "a byte-order mark within the text",
};

/** The name of a character that cannot be seen, with its code point: "a soft hyphen (U+00AD)". */
export function nameOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `${NAMES[code] ?? "a control character"} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`;
}

const ZERO_WIDTH = "\u200b\u2060\ufeff";
const SOFT_HYPHEN = "\u00ad";
const LEFT_TO_RIGHT_MARK = "\u200e";
/** As much of a line as is looked at on either side. */
const WINDOW = 200;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Whether a reader sees the same without the character that stands at a place of a text: one without width; a soft hyphen within
 * a word; a mark of direction where all letters run from left to right. At the start of a line, only before
 * a word, as Markdown could read the line otherwise.
 */
export function canBeDeleted(text: string, at: number): boolean {
  const character = text.charAt(at);
  const before = (
    text
      .slice(Math.max(0, at - WINDOW), at)
      .split("\n")
      .at(-1) ?? ""
  ).replace(HIDDEN_CHARACTERS, "");
  const after = (text.slice(at + 1, at + WINDOW).split("\n", 1)[0] ?? "").replace(HIDDEN_CHARACTERS, "");
  if (character === SOFT_HYPHEN) return /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
  if (character === LEFT_TO_RIGHT_MARK && RIGHT_TO_LEFT.test(before + after)) return false;
  if (!ZERO_WIDTH.includes(character) && character !== LEFT_TO_RIGHT_MARK) return false;
  return before.trim() === "" ? /^[\p{L}"'“‘(]/u.test(after) : true;
}
