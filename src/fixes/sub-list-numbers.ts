import type { List, Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { Correction } from "./fix.ts";
import { placeInBody } from "./fixable.ts";
import { editsOfNumber } from "./item-width.ts";
import type { FixableText } from "./types.ts";

/** A number so far from the one due could be a year or a sum that begins a sentence. */
const FARTHEST = 10;

/** The numbers of lettered lists in order, from the first of each. The page letters them in order whatever is typed. */
export function mendSubLists(text: FixableText, content: readonly RootContent[]): readonly Correction[] {
  const corrections: Correction[] = [];
  visit({ type: "root", children: [...content] } satisfies Root, "list", (list) => {
    if (list.data?.letteredDepth !== undefined) corrections.push(...mendList(text, list));
    else if (list.ordered === true) corrections.push(...mendOnes(text, list));
  });
  return corrections;
}

function mendList(text: FixableText, { children }: List): readonly Correction[] {
  const items = children.flatMap(({ position }, index) => {
    const start = position?.start.offset ?? 0;
    const typed = /^\d{1,9}(?=[.)])/.exec(text.body.text.slice(start, start + 10))?.[0];
    return typed === undefined ? [] : [{ index, position, start, typed, digits: Number(typed) }];
  });
  const [first] = items;
  if (first === undefined || items.length !== children.length) return [];
  if (items.every(({ digits }) => digits === first.digits)) return [];
  const isCertain = items.every(({ digits, index }) => Math.abs(digits - first.digits - index) <= FARTHEST);
  return items.flatMap(({ index, position, start, typed, digits }): Correction[] => {
    const due = first.digits + index;
    if (!isCertain || digits === due) return [];
    const end = start + typed.length;
    const edits = editsOfNumber(text, [start, end], String(due), position);
    return [{ name: "sub-list-number", place: placeInBody(text, start, end), edits }];
  });
}

/** The items of a series of its own that are all typed as 1, in order. */
function mendOnes(text: FixableText, { children }: List): readonly Correction[] {
  const starts = children.map(({ position }) => position?.start.offset ?? 0);
  const isOfOnes =
    children.length > 1 && starts.every((start) => /^1[.)]/.test(text.body.text.slice(start, start + 2)));
  if (!isOfOnes || children.some(({ data }) => data?.name === undefined)) return [];
  return children.slice(1).map(({ position }, index): Correction => {
    const start = starts[index + 1] ?? 0;
    const edits = editsOfNumber(text, [start, start + 1], String(index + 2), position);
    return { name: "typed-number-all-ones", place: placeInBody(text, start, start + 1), edits };
  });
}
