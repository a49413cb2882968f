import type { List, ListItem, Paragraph, RootContent } from "mdast";
import type { Place } from "../model.ts";
import { placeOf } from "../place.ts";
import {
  attachBlock,
  beginParagraph,
  type NumberingState,
  numberDue,
  numberIn,
  numberNext,
} from "./numbering-state.ts";
import { letterLists } from "./sub-lists.ts";
import { raiseSwallowed } from "./swallowed-numbers.ts";
import { typedDigits, typedNumberAt, withoutTypedNumber } from "./typed-number.ts";

/** In typed mode a plain paragraph continues the one above it, unless a number is typed at its start. */
export function numberTypedParagraph(
  state: NumberingState,
  paragraph: Paragraph,
  above: RootContent | undefined,
): void {
  const { text, raise } = state;
  const typed = typedNumberAt(text, paragraph);
  if (typed !== undefined) {
    const { count } = state.series;
    const isDue = typed.number === numberNext(state);
    if (!isDue) raiseNotDue(state, typed.typed, typed.place);
    beginParagraph(state, [withoutTypedNumber(paragraph, typed)], paragraph.position);
    if (!isDue) state.series.count = count;
    return;
  }
  if (state.open === undefined) {
    const message =
      above?.type === "heading"
        ? "this paragraph has no number and stands straight under a heading, so it continues nothing"
        : "this paragraph has no number and continues nothing";
    const fix = `type ${numberDue(state)}. before it, or put it between :::unnumbered and :::`;
    raise({ rule: "continuation-alone", place: placeOf(text, paragraph), message, fix });
  }
  attachBlock(state, paragraph);
}

/** In typed mode the digits that were typed decide, item by item: a paragraph, or part of a sub-list of the one above. */
export function numberTypedList(state: NumberingState, list: List): void {
  const { text, raise } = state;
  const items = list.children.map((item) => ({ item, ...typedDigits(text, item) }));
  const [, second] = items;
  if (second !== undefined && items.every(({ digits }) => digits === 1)) {
    const fix = `type the numbers in order, from ${numberDue(state)}, or run \`scrutineer fix\`; indent a sub-list by four spaces`;
    raise({
      rule: "typed-number-all-ones",
      place: second.place,
      message: "every item of this list is typed as 1",
      fix,
    });
    for (const { item } of items) beginItem(state, item);
    return;
  }
  for (const { item, digits, place } of items) {
    numberItem(state, list, item, digits, place);
    state.lastItem = digits;
    for (const child of item.children) raiseSwallowed(state, child);
  }
}

const LARGEST_SLIP = 10;

function numberItem(state: NumberingState, list: List, item: ListItem, digits: number, place: Place): void {
  const { run, open, series } = state;
  const isDue = !series.isDecimal && digits === series.count + 1;
  if (isDue && state.runBeyond === digits) raiseAmbiguous(state, digits, place);
  state.runBeyond = undefined;
  if (run?.next === digits) {
    if (isDue) raiseAmbiguous(state, digits, place);
    for (const child of item.children) letterLists(state.text, child, state.raise, 1);
    run.list.children.push(item);
    run.next = digits + 1;
  } else if (isDue) {
    beginItem(state, item);
  } else if (isRightAgain(series, digits)) {
    series.count = digits - 1;
    series.ahead = 0;
    beginItem(state, item);
  } else if (digits === 1 && open !== undefined) {
    beginRun(state, open, list, item);
  } else {
    raiseNotDue(state, `${digits}`, place);
    const { count } = series;
    // The numbers that follow are taken to follow one that is near, so that one slip is one error; any other is passed over.
    const isSlip = digits > 0 && Math.abs(digits - count) <= LARGEST_SLIP;
    if (isSlip) {
      series.ahead += digits - 1 - count;
      series.count = digits - 1;
    }
    beginItem(state, item);
    if (!isSlip) series.count = count;
  }
}

/** Whether the number that was due all along is typed behind one that was wrong. */
function isRightAgain({ isDecimal, count, ahead }: NumberingState["series"], digits: number): boolean {
  return !isDecimal && ahead !== 0 && digits === count + 1 - ahead;
}

function beginItem(state: NumberingState, item: ListItem): void {
  beginParagraph(state, item.children, item.position);
  if (item.children[0]?.type === "paragraph") return;
  const message = "this numbered paragraph has no text of its own";
  state.raise({
    rule: "paragraph-empty",
    place: placeOf(state.text, item),
    message,
    fix: "write its text on the line of the number",
  });
}

function beginRun(state: NumberingState, open: NonNullable<NumberingState["open"]>, list: List, item: ListItem): void {
  const started: List = { ...list, start: 1, children: [item], data: { letteredDepth: 1 } };
  for (const child of item.children) letterLists(state.text, child, state.raise, 1);
  open.children.push(started);
  state.run = { list: started, next: 2 };
}

function raiseNotDue(state: NumberingState, typed: string, place: Place): void {
  const due = numberDue(state);
  const message = `paragraph ${typed} is typed here, but ${due} is due`;
  const fix = `type ${due}${/\d/.test(typed) ? ", or run `scrutineer fix`" : ""}; a sub-list is indented by four spaces`;
  state.raise({ rule: "typed-number", place, message, fix });
}

function raiseAmbiguous({ series, raise }: NumberingState, digits: number, place: Place): void {
  const message = `${digits} could be paragraph ${numberIn(series, digits)}, and it could go on the sub-list above it`;
  const fix = "indent the whole sub-list by four spaces, so that it clearly belongs to the paragraph above";
  raise({ rule: "typed-number-ambiguous", place, message, fix });
}
