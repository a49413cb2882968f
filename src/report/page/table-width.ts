/** How a table is set on paper, as the style sheet calls it. */
type TableWidth = "is-tight" | "is-on-its-side" | "is-crowded" | "is-broken";

/** How many letters of 0.56 of their size have room beside each other, with something to spare for other fonts. */
const ROOM = { asOnScreen: 67, "is-tight": 90, "is-on-its-side": 142, "is-crowded": 178 } as const;
/** What each column has beside its words, in letters. */
const PADDING = { asOnScreen: 3, paper: 1.4 } as const;

/** From here on a word is broken: an address is, and no word of a language but for the longest. */
const LONG = 36;

/** Whether words are so long that a cell has to break them. */
export function holdsLongWord(text: string): boolean {
  return text.split(/\s/).some((word) => word.length >= LONG);
}

/**
 * How a table has to be set on paper, so that each column has room for its longest word; nothing, where it has that as
 * it is.
 */
export function tableWidth(rows: readonly (readonly string[])[]): TableWidth | undefined {
  const columns = Math.max(...rows.map((row) => row.length));
  const letters = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => widest(row[column]))));
  const width = letters.reduce((sum, longest) => sum + longest, 0);
  if (width + columns * PADDING.asOnScreen <= ROOM.asOnScreen) return undefined;
  const fits = (["is-tight", "is-on-its-side", "is-crowded"] as const).find(
    (name) => width + columns * PADDING.paper <= ROOM[name],
  );
  return fits ?? "is-broken";
}

function widest(text = ""): number {
  return Math.max(...text.split(/\s/).map(letters));
}

function letters(word: string): number {
  return [...word.slice(0, LONG)].reduce((sum, sign) => sum + lettersOf(sign), 0);
}

function lettersOf(sign: string): number {
  if (/[.,:;'’!|()ijlI/-]/.test(sign)) return 0.5;
  if (/[mwMW@%]/.test(sign)) return 1.6;
  return /\p{Lu}/u.test(sign) ? 1.3 : 1;
}
