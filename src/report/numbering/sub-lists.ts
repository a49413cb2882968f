import type { List, RootContent } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Readable } from "../../text/place.ts";
import { typedDigits } from "./typed-number.ts";

/** How a list goes on another: the number that is due, and the place in the list that its first item has. */
export interface GoesOn {
  readonly number: number;
  readonly letter: number;
}

/** A text in which typed numbers are read, and who is told what is wrong with them. */
export interface TypedText {
  readonly text: Readable;
  readonly raise: Raise;
}

/**
 * Marks every numbered list in a block to be lettered, (a), (b) and within it (i), (ii): figures would be read as the
 * numbers of paragraphs. Letters follow each other whatever was typed. Typed numbers that do not begin at 1, or where
 * the list goes on, and those that leave one out or repeat one, are raised.
 */
export function letterLists(reading: TypedText, block: RootContent, depth = 0, goesOn?: GoesOn): void {
  const isOrdered = block.type === "list" && block.ordered === true;
  if (isOrdered) {
    const isFurther = goesOn !== undefined && goesOn.number > 1 && block.start === goesOn.number;
    block.data = { ...block.data, letteredDepth: depth + 1, firstLetter: isFurther ? goesOn.letter : 1 };
    raiseJumps(reading, block, isFurther);
  }
  if (!("children" in block)) return;
  for (const child of block.children) letterLists(reading, child, isOrdered ? depth + 1 : depth);
}

function raiseJumps({ text, raise }: TypedText, list: List, isFurther: boolean): void {
  const items = list.children.map((item) => typedDigits(text, item));
  const [first] = items;
  if (first !== undefined && first.digits !== 1 && !isFurther) {
    const message = `this list begins at ${first.digits}, and its items are lettered from (a), so the number would be lost`;
    const fix =
      "begin a sub-list at 1; where the number is part of the text, put a backslash before the full stop; for a report that was published with these numbers, put `numbering: as-published` into the frontmatter";
    raise({ rule: "sub-list-start", place: first.place, message, fix });
  }
  if (first === undefined || items.every(({ digits }) => digits === first.digits)) return;
  for (const [index, { digits, place }] of items.entries()) {
    const due = first.digits + index;
    if (digits === due) continue;
    raise({
      rule: "sub-list-number",
      place,
      message: `item ${digits} is typed where item ${due} of the sub-list is due; the page letters the items in order`,
      fix: `type ${due}, or run \`npx scrutineer fix\`, and check what refers to the item`,
    });
    return;
  }
}

/** The mark of an item of a lettered list: "(c)" at the first depth, "(iii)" at the second, "(C)" at the third. */
export function letteredMark(position: number, depth: number): string {
  const forms = [lowerLetters, lowerRoman, (n: number) => lowerLetters(n).toUpperCase()];
  const form = forms[(depth - 1) % forms.length] ?? lowerLetters;
  return `(${form(position)})`;
}

/** a to z, then aa, ab and on. */
function lowerLetters(position: number): string {
  const before = Math.floor((position - 1) / 26);
  return (before > 0 ? lowerLetters(before) : "") + String.fromCharCode(97 + ((position - 1) % 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function lowerRoman(position: number): string {
  let rest = position;
  let mark = "";
  for (const [value, letters] of ROMAN) {
    mark += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return mark;
}
