import type { List, Nodes, RootContent } from "mdast";
import type { Mend } from "./fix.ts";
import { type FixableText, placeInBody } from "./fixable.ts";
import { editsOfNumber } from "./item-width.ts";

/** A number so far from the one due could be a year or a sum that begins a sentence. */
const FARTHEST = 10;

/** The numbers of lettered lists in order, from the first of each. The page letters them in order whatever is typed. */
export function mendSubLists(text: FixableText, content: readonly RootContent[]): readonly Mend[] {
  const mends: Mend[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "list" && node.data?.letteredDepth !== undefined) mends.push(...mendList(text, node));
    if ("children" in node) for (const child of node.children) walk(child);
  };
  for (const node of content) walk(node);
  return mends;
}

function mendList(text: FixableText, { children }: List): readonly Mend[] {
  const items = children.flatMap(({ position }, index) => {
    const start = position?.start.offset ?? 0;
    const typed = /^\d{1,9}(?=[.)])/.exec(text.body.text.slice(start, start + 10))?.[0];
    return typed === undefined ? [] : [{ index, position, start, typed, digits: Number(typed) }];
  });
  const [first] = items;
  if (first === undefined || items.length !== children.length) return [];
  if (items.every(({ digits }) => digits === first.digits)) return [];
  const isCertain = items.every(({ digits, index }) => Math.abs(digits - first.digits - index) <= FARTHEST);
  return items.flatMap(({ index, position, start, typed, digits }): Mend[] => {
    const due = first.digits + index;
    if (!isCertain || digits === due) return [];
    const end = start + typed.length;
    const edits = editsOfNumber(text, start, end, String(due), position);
    return [{ name: "sub-list-number", place: placeInBody(text, start, end), edits }];
  });
}
