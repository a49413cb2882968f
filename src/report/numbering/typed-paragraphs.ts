import type { List, ListItem, RootContent } from "mdast";
import { placeOf } from "../../text/place.ts";
import { isPointOfOwn, placeInOwnSeries, placePointOfOwn, startsOwnSeries } from "./own-series.ts";
import {
  beginParagraph,
  type Container,
  countsOf,
  isDue,
  isNext,
  type NumberingState,
  numberDue,
  numberIn,
  openParagraph,
} from "./state.ts";
import { listOf } from "./sub-paragraphs.ts";
import type { PlacedMark } from "./typed-number.ts";

/** A block that begins with a typed number. */
export interface NumberedBlock {
  readonly mark: PlacedMark;
  readonly position: RootContent["position"];
  /** The list of Markdown's that it is an item of. */
  readonly list: List | undefined;
}

/** Whether a typed number that could be part of the text is one: only where it is the one that is due. */
export function isNumber(state: NumberingState, mark: PlacedMark): boolean {
  return mark.isCertain || isDue(state, mark) || isPointOfOwn(state, mark);
}

/** Where the blocks of what begins with a number go, and how deep lists in it lie. */
export interface Placed {
  readonly container: Container;
  readonly depth: number;
}

/**
 * Places what begins with a typed number: it is the next paragraph, or an item of a series of its own, or part of a
 * sub-list at the margin; any other number is an error.
 */
export function placeNumbered(state: NumberingState, block: NumberedBlock): Placed {
  const { mark, position } = block;
  const digits = mark.kind === "whole" ? Number(mark.value) : undefined;
  if (digits !== undefined && state.own?.next === digits)
    return { container: placeInOwnSeries(state, shown(mark), position), depth: 0 };
  if (isPointOfOwn(state, mark)) return { container: placePointOfOwn(state, mark, position), depth: 0 };
  if (digits !== undefined && state.own !== undefined) return outOfTurn(state, block, digits);
  const within = digits === undefined ? undefined : (ofRun(state, block, digits) ?? ofOther(state, block, digits));
  if (within !== undefined) return within;
  const container = state.numbering === "as-published" ? openAsPublished(state, block) : openDue(state, block);
  return { container, depth: 0 };
}

const LARGEST_SLIP = 10;

function openDue(state: NumberingState, { mark, position }: NumberedBlock): Container {
  const { series } = state;
  const counts = countsOf(mark, series);
  const [first] = counts;
  if (isDue(state, mark)) return beginParagraph(state, position, counts);
  if (isRightAgain(state, mark)) {
    series.ahead = 0;
    return beginParagraph(state, position, counts);
  }
  raiseNotDue(state, mark);
  // The numbers that follow are taken to follow one that is near, so that one slip is one error; any other is passed
  // over.
  const isSlip =
    first !== undefined && counts.length === 1 && first > 0 && Math.abs(first - series.count) <= LARGEST_SLIP;
  const { count, below } = series;
  if (isSlip) series.ahead += first - 1 - count;
  const container = beginParagraph(state, position, isSlip ? counts : undefined);
  if (!isSlip) [series.count, series.below] = [count, below];
  return container;
}

/** The number of an item of a series of its own, as it was typed, with a full stop where it has no sign. */
function shown({ typed }: PlacedMark): string {
  return /[.)]$/.test(typed) ? typed : `${typed}.`;
}

/** Where a series of its own runs, another number is no item of it that is due; whose it is, nobody can tell. */
function outOfTurn(state: NumberingState, { mark, position }: NumberedBlock, digits: number): Placed {
  const { own, raise, numbering } = state;
  const next = own?.next ?? 1;
  if (isDue(state, mark)) {
    const message = `${digits} could be paragraph ${mark.value}, and it could be an item of the list above it, where ${next} is due`;
    const fix = `type ${next}, or put a heading above it`;
    raise({ rule: "typed-number-ambiguous", place: mark.place, message, fix });
  } else if (numbering !== "as-published") {
    const message = `${digits} is typed here, but ${next} is due in the list that begins at 1 under this heading`;
    const fix = `type ${next}; for a report that was published with these numbers, put \`numbering: as-published\` into the frontmatter`;
    raise({ rule: "typed-number", place: mark.place, message, fix });
  }
  state.own = { next: digits, list: own?.list };
  return { container: placeInOwnSeries(state, shown(mark), position), depth: 0 };
}

/** Goes on a sub-list at the margin, if the number is its next. */
function ofRun(state: NumberingState, { mark, position }: NumberedBlock, digits: number): Placed | undefined {
  const { run, series } = state;
  const isDueToo = isNext(series, countsOf(mark, series));
  if (isDueToo && state.runBeyond === digits) raiseAmbiguous(state, digits, mark);
  state.runBeyond = undefined;
  if (run?.next !== digits) return undefined;
  if (isDueToo) raiseAmbiguous(state, digits, mark);
  const item: ListItem = { type: "listItem", spread: false, children: [], position };
  run.list.children.push(item);
  run.next = digits + 1;
  return { container: item.children, depth: 1 };
}

/** Begins a series of its own, or a sub-list at the margin, if the number is 1 and not that of the first paragraph. */
function ofOther(state: NumberingState, { mark, position, list }: NumberedBlock, digits: number): Placed | undefined {
  const { open } = state;
  if (digits !== 1) return undefined;
  if (startsOwnSeries(state)) return { container: placeInOwnSeries(state, shown(mark), position), depth: 0 };
  if (open === undefined || isDue(state, mark)) return undefined;
  const item: ListItem = { type: "listItem", spread: list?.spread ?? false, children: [], position };
  const started: List = { ...listOf(item), spread: list?.spread ?? false, data: { letteredDepth: 1, firstLetter: 1 } };
  open.children.push(started);
  state.run = { list: started, next: 2 };
  return { container: item.children, depth: 1 };
}

/** Whether the number that was due all along is typed after one that was wrong. */
function isRightAgain({ series }: NumberingState, mark: PlacedMark): boolean {
  const [first, ...rest] = countsOf(mark, series);
  return series.ahead !== 0 && rest.length === 0 && first === series.count + 1 - series.ahead;
}

/** Opens a paragraph with the number that it was published with, whatever it is. */
function openAsPublished(state: NumberingState, { mark, position }: NumberedBlock): Container {
  const { series, given, raise } = state;
  const counts = countsOf(mark, series);
  const [first, ...below] = counts;
  const number = first === undefined ? mark.value : numberIn(series, first, below);
  const before = given.get(number)?.place;
  if (before !== undefined) {
    const message = `paragraph ${number} is typed here for a second time`;
    const fix = "check it against what was published; a reference leads to the first";
    raise({
      rule: "number-twice",
      place: mark.place,
      message,
      fix,
      related: { message: "the first is here", place: before },
    });
  } else if (first !== undefined && first <= series.count && below.length === 0) {
    const message = `paragraph ${number} is typed here, below paragraph ${numberIn(series, series.count, series.below)}`;
    raise({ rule: "number-falls", place: mark.place, message, fix: "check it against what was published" });
  }
  if (first !== undefined) [series.count, series.below] = [first, below];
  return openParagraph(state, number, position);
}

function raiseNotDue(state: NumberingState, { value, kind, place }: PlacedMark): void {
  const { given, raise } = state;
  const due = numberDue(state);
  const before = kind === "figure" ? undefined : given.get(value)?.place;
  const message =
    before === undefined
      ? `paragraph ${value} is typed here, but ${due} is due`
      : `paragraph ${value} is typed here for a second time, and ${due} is due`;
  const isLow = /^\d+$/.test(value) && Number(value) <= state.series.count;
  const fix = `type ${due}${isLow ? "" : ", or put in what is missing above"}; for a report that was published with these numbers, put \`numbering: as-published\` into the frontmatter`;
  const related = before === undefined ? {} : { related: { message: "the first is here", place: before } };
  raise({ rule: "typed-number", place, message, fix, ...related });
}

function raiseAmbiguous({ series, raise }: NumberingState, digits: number, { place }: PlacedMark): void {
  const message = `${digits} could be paragraph ${numberIn(series, digits)}, and it could continue the sub-list above it`;
  const fix = "indent the whole sub-list by four spaces, so that it clearly belongs to the paragraph above";
  raise({ rule: "typed-number-ambiguous", place, message, fix });
}

/** Raises that a numbered paragraph has no text. */
export function raiseWithoutText({ text, raise }: NumberingState, position: RootContent["position"]): void {
  if (position === undefined) return;
  const message = "this numbered paragraph has no text";
  const fix = "write its text after the number";
  raise({ rule: "paragraph-empty", place: placeOf(text, { type: "listItem", position }), message, fix });
}
