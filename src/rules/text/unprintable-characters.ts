/** Characters that no font shows: of private use, that are none, and the sign for one that was lost. */
export const UNPRINTABLE = /[\p{Co}\p{Noncharacter_Code_Point}\uFFFD]+/gu;

/** The sign for a character that was lost. */
export const LOST = "\uFFFD";

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

/** The first character of a text that no font shows. */
export function unprintable(text: string): string | undefined {
  return text.match(UNPRINTABLE)?.[0];
}

/** An unprintable character in words: "a bullet of a word processor's own font (U+F0B7)". */
export function describe(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const shown = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (character === LOST) return `the replacement character for one that was lost (${shown})`;
  if (!/\p{Co}/u.test(character)) return `a code that is not a character (${shown})`;
  return `${SYMBOLS[code] ?? "a character"} of a word processor's own font (${shown})`;
}
