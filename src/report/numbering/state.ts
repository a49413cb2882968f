import type { List, ListItem, RootContent } from "mdast";
import type { Law } from "../../law/law.ts";
import type { Numbering } from "../../model/report.ts";
import type { Language } from "../../model/settings.ts";
import type { Place } from "../../model/source.ts";
import type { NumberedParagraph } from "../../model/tree.ts";
import { numberInAnnex } from "../../text/annex-letters.ts";
import { placeOf } from "../../text/place.ts";
import type { Sequence, TypedMark } from "../../text/typed-mark.ts";
import type { NumberingPlan } from "./detect-mode.ts";
import { type GoesOn, letterLists, type TypedText } from "./sub-lists.ts";

/** One run of numbers: the report's own, or an annex's. */
export interface Series {
  /** The annex's letter. */
  readonly letter: string | undefined;
  readonly isDecimal: boolean;
  section: number;
  count: number;
  /** The counts of the levels below: 2 and 1 where the last number was 3.4.2.1. */
  below: readonly number[];
  /** By how much the count runs ahead of the paragraphs there are, since a number that is not due was typed. */
  ahead: number;
  /** Whether paragraphs are counted one level further down, as below a heading that has the number of one. */
  isDeeper: boolean;
  /** Whether the section at hand is one of those that are counted. */
  isCounted: boolean;
  /**
   * Whether a heading says which section this is; else the first number below a line that stands for a heading does.
   */
  isFixed: boolean;
  /** Whether any heading says so. */
  readonly hasHeadings: boolean;
}

/** A run of sub-paragraphs by their letters, Roman numerals or figures in brackets. */
export interface SubRun {
  readonly sequence: Sequence;
  next: number;
  /** Where its items are; a passage, or a block between them, ends a list, and the next item begins another. */
  list: List | undefined;
}

/** Numbers that began again at 1 under a heading of their own. */
interface OwnSeries {
  next: number;
  list: List | undefined;
}

/** What blocks are put into: a paragraph, or an item of a list. */
export interface Container {
  push(block: ListItem["children"][number]): unknown;
}

/** Where numbering a text has come to. */
export interface NumberingState extends TypedText {
  readonly lang: Language;
  readonly law: Law;
  readonly plan: NumberingPlan;
  readonly numbering: Numbering;
  /** The text's own run of numbers, to which it returns after an annex. */
  readonly main: Series;
  /** The blocks of the text, or of the passage at hand. */
  content: RootContent[];
  /** The blocks of the section at hand. */
  target: RootContent[];
  series: Series;
  /** The paragraph that what follows belongs to. */
  open: { readonly number: string; readonly id: string; readonly children: RootContent[] } | undefined;
  /** The item, or paragraph, whose own blocks are being put into it. */
  inside: Container | undefined;
  /** Whether a heading, or a line in bold that stands for one, has gone before. */
  hasHeading: boolean;
  own: OwnSeries | undefined;
  /** Whether numbers from 1 below the heading at hand are a series of its own in any case. */
  isOwnHeading: boolean;
  /** Whether paragraphs have been typed as 1, all of them. */
  hasOnes: boolean;
  /** The sub-paragraphs that may go on: the outermost first. */
  runs: SubRun[];
  /** A sub-list that was typed at the margin, where Markdown joins it to the paragraphs' own list. */
  run: { readonly list: List; next: number } | undefined;
  /** The number last typed for an item of a list, and the place in its list that the item has. */
  lastItem: number;
  lastLetter: number;
  /** The number with which a sub-list would go on that is in front of the passage that was just begun. */
  runBeyond: number | undefined;
  /** How often each number was given, and where first. */
  readonly given: Map<string, { times: number; readonly place: Place | undefined }>;
}

export function newSeries(letter: string | undefined, isDecimal: boolean, hasHeadings = false): Series {
  return {
    hasHeadings,
    letter,
    isDecimal,
    section: 0,
    count: 0,
    below: [],
    ahead: 0,
    isDeeper: false,
    isCounted: true,
    isFixed: false,
  };
}

/** A number as readers cite it: "14", "A2", "2.3" or "3.2.1". */
export function numberIn(series: Series, count: number, below: readonly number[] = []): string {
  const own = [...(series.isDecimal && series.letter === undefined ? [series.section] : []), count, ...below].join(".");
  return series.letter === undefined ? own : numberInAnnex(series.letter, own);
}

/** The number that is right for the next paragraph, whatever was typed above it. */
export function numberDue({ series }: NumberingState): string {
  if (series.isDeeper) return numberIn(series, series.count, [(series.below[0] ?? 0) + 1]);
  return numberIn(series, series.count + 1 - series.ahead);
}

/** The counts that a number has below those of its section: 3 for "3", and for "2.3" in section 2. */
export function countsOf({ kind, value }: TypedMark, { letter, isDecimal, section }: Series): readonly number[] {
  if (kind === "suffixed" || kind === "letter") return [];
  const prefix = letter === undefined ? "" : numberInAnnex(letter, "");
  if (kind === "annex" && (prefix === "" || !value.startsWith(prefix))) return [];
  const counts = (kind === "annex" ? value.slice(prefix.length) : value).split(".").map(Number);
  if (!isDecimal) return counts;
  return counts[0] === section && kind === "decimal" ? counts.slice(1) : [];
}

/**
 * Whether counts are those of the number that comes next: beside the last one, one level below it, or on a level above.
 */
export function isNext({ count, below }: Series, counts: readonly number[]): boolean {
  const [first, ...rest] = counts;
  if (first === undefined) return false;
  if (rest.length === 0) return first === count + 1;
  if (count === 0 || first !== count || rest.length > below.length + 1) return false;
  return rest.every((digits, index) => digits === (below[index] ?? 0) + (index === rest.length - 1 ? 1 : 0));
}

/** Where no heading says which section begins, its first number does: 2.1 begins the second, after 1.4. */
export function takeSection({ series, open }: NumberingState, { kind, value }: TypedMark): void {
  if (!series.isDecimal || kind !== "decimal" || series.isFixed) return;
  const [section, ...counts] = value.split(".").map(Number);
  const isFirst = section === series.section + 1 && counts.every((digits) => digits === 1);
  if (!isFirst || (open !== undefined && series.hasHeadings)) return;
  series.section = section;
  series.count = 0;
  series.below = [];
  series.ahead = 0;
}

/** Whether a mark is the number that comes next. */
export function isDue({ series }: NumberingState, mark: TypedMark): boolean {
  return isNext(series, countsOf(mark, series));
}

/** Begins a numbered paragraph: the next, or the one with these counts. What it holds is put into it afterwards. */
export function beginParagraph(
  state: NumberingState,
  position: RootContent["position"],
  counts?: readonly number[],
): Container {
  const { text, series, raise } = state;
  if (counts !== undefined) [series.count = 0, ...series.below] = counts;
  else if (series.isDeeper) series.below = [(series.below[0] ?? 0) + 1];
  else {
    series.count++;
    series.below = [];
  }
  const number = numberIn(series, series.count, series.below);
  const container = openParagraph(state, number, position);
  if (
    counts === undefined &&
    series.isDecimal &&
    series.section === 0 &&
    series.count === 1 &&
    position !== undefined
  ) {
    const message = `this paragraph is before the first heading, so its number is ${number}`;
    raise({
      rule: "paragraph-before-heading",
      place: placeOf(text, { type: "paragraph", position }),
      message,
      fix: "put a heading above it, such as ## Introduction",
    });
  }
  return container;
}

/** Opens a paragraph with a number, whatever it is; where it was given before, its address says which time this is. */
export function openParagraph(state: NumberingState, number: string, position: RootContent["position"]): Container {
  const place = position === undefined ? undefined : placeOf(state.text, { type: "paragraph", position });
  const id = countGiven(state, number, place);
  const paragraph: NumberedParagraph = { type: "numberedParagraph", number, id, children: [], position };
  state.target.push(paragraph);
  state.open = paragraph;
  state.own = undefined;
  state.run = undefined;
  state.runs = [];
  return paragraph.children;
}

/** Counts a number as given, and gives the address of the paragraph that has it: the second time, it says so. */
export function countGiven({ given }: NumberingState, number: string, place?: Place): string {
  const before = given.get(number);
  const times = (before?.times ?? 0) + 1;
  given.set(number, { times, place: before?.place ?? place });
  return times === 1 ? `para-${number}` : `para-${number}-${times}`;
}

/** Ends the paragraph at hand, as a heading does. */
export function endParagraph(state: NumberingState, isOwnHeading = false): void {
  state.isOwnHeading = isOwnHeading;
  state.open = undefined;
  state.own = undefined;
  state.run = undefined;
  state.runs = [];
  state.hasHeading = true;
  state.series.isFixed = false;
}

/** Adds a block to the paragraph above it; where there is none, the block is by itself. */
export function attachBlock(state: NumberingState, node: RootContent, goesOn?: GoesOn): void {
  const item = node.type === "list" && node.ordered === true ? state.runs.at(-1)?.list?.children.at(-1) : undefined;
  const depth = item === undefined ? 0 : state.runs.length;
  if (state.numbering !== "none") letterLists(state, node, depth, goesOn);
  if (item !== undefined && node.type === "list") item.children.push(node);
  else {
    (state.open?.children ?? state.target).push(node);
    interrupt(state);
  }
}

/** A block is between what went before and what goes on after it. */
export function interrupt(state: NumberingState): void {
  state.run = undefined;
  for (const run of state.runs) run.list = undefined;
  if (state.own !== undefined) state.own.list = undefined;
}

/**
 * Puts a list into what is being filled, into the paragraph at hand, or into the item of a series of its own; else
 * where it is.
 */
export function putList({ inside, open, own, target }: NumberingState, list: List): void {
  const item = own?.list?.children.at(-1)?.children;
  (inside ?? open?.children ?? item ?? target).push(list);
}
