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
