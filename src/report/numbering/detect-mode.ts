import type { Heading, List, Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Numbering } from "../../model/report.ts";
import type { NumberingStyle } from "../../model/settings.ts";
import type { NormalisedText } from "../../model/tree.ts";
import { standsBeforeNumbers, standsForHeading } from "../../rules/headings/bold-headings.ts";
import { numberInAnnex } from "../../text/annex-letters.ts";
import { placeOf } from "../../text/place.ts";
import { isRecommendationMark, isSubMark } from "../../text/typed-mark.ts";
import { isUncounted, readHeadingNumber } from "./heading-numbers.ts";
import type { TypedText } from "./sub-lists.ts";
import { markAt, sectionInBold, typedDigits } from "./typed-number.ts";

/** How a text is numbered, which is found out of the whole of it before its first paragraph is. */
export interface NumberingPlan {
  readonly numbering: Numbering;
  readonly isDecimal: boolean;
  /** The number of each section, by the line of its heading; a section that is not counted has none. */
  readonly sections: ReadonlyMap<number, number>;
  /** The number that was due, by the line of a heading with another. */
  readonly dueSections: ReadonlyMap<number, number>;
  /** Whether the author numbered the headings. */
  readonly hasNumberedHeadings: boolean;
  /**
   * The lines of headings, plain or bold, below which numbers from 1 are a series of its own although no others go
   * before them.
   */
  readonly ownSeries: ReadonlySet<number>;
  /** The number of the first section: where it is not 1, figures before other headings may be words of theirs. */
  readonly firstSection: number | undefined;
  /** Whether `(1)` may be the number of the first paragraph: no numbers of another form go before it. */
  readonly mayBeFigures: boolean;
  /** How many levels automatic numbers have in the decimal style. */
  readonly depth: number;
}

/** A block that decides how the text is numbered. */
export interface PlannedBlock {
  readonly node: RootContent;
  readonly next: RootContent | undefined;
}

/** A number as it was typed, in reading order. */
interface Typed {
  readonly value: string;
  readonly counts: readonly number[];
  readonly isCertain: boolean;
  readonly isFigure: boolean;
  /** The list of Markdown's that it is in; none where Markdown reads it as text. */
  readonly list: List | undefined;
  /** How many headings, plain or bold, go before it, and whether no other number is between it and the last. */
  readonly section: number;
  readonly isFirst: boolean;
  /** The last heading of the second level. */
  readonly heading: Heading | undefined;
  /** The last heading, plain or bold. */
  readonly title: RootContent | undefined;
  /** Where text without a number goes before it. */
  readonly textBefore: { readonly here: boolean; readonly underHeading: boolean; readonly above: boolean };
}

/** A text whose numbering is not known yet. */
interface PlannedText extends TypedText {
  readonly text: NormalisedText;
  readonly blocks: readonly PlannedBlock[];
  /** The letter of the annex that it is, if it is one. */
  readonly letter: string | undefined;
}

export function planNumbering(
  text: NormalisedText,
  blocks: readonly PlannedBlock[],
  options: {
    readonly numbering: Numbering | undefined;
    readonly style: NumberingStyle | undefined;
    readonly siteStyle: NumberingStyle;
    readonly depth: number;
    readonly letter: string | undefined;
  },
  raise: Raise,
): NumberingPlan {
  const { letter } = options;
  const typed = typedNumbers(text, blocks, letter);
  const numbering = options.numbering ?? detect({ text, blocks, letter, raise }, typed);
  const style = options.style ?? styleOf(numbering, typed) ?? options.siteStyle;
  const isDecimal = style === "decimal" && options.letter === undefined;
  const ownSeries = new Set(ownSeriesAtFirst(typed));
  const mayBeFigures = typed.find(({ isCertain }) => isCertain)?.isFigure ?? true;
  return { numbering, isDecimal, depth: options.depth, ownSeries, mayBeFigures, ...countSections(blocks, typed) };
}

/** Every number that was typed before a block. */
function typedNumbers(
  text: NormalisedText,
  blocks: readonly PlannedBlock[],
  letter: string | undefined,
): readonly Typed[] {
  const found: Typed[] = [];
  let section = 0;
  let heading: Heading | undefined;
  let title: RootContent | undefined;
  let isFirst = true;
  const before = { here: false, underHeading: false, above: false };
  const add = (value: string, isCertain: boolean, list?: List, isFigure = false): void => {
    const counts = value.split(".").map(Number);
    found.push({
      value,
      counts,
      isCertain,
      isFigure,
      list,
      section,
      isFirst,
      heading,
      title,
      textBefore: { ...before },
    });
    isFirst = false;
  };
  for (const { node, next } of blocks) {
    if (node.type === "heading" || standsBeforeNumbers(node, next) || sectionInBold(text, node, next) !== undefined) {
      section++;
      title = node;
      isFirst = true;
      before.here = false;
      if (node.type === "heading" && node.depth === 2) heading = node;
    } else if (node.type === "list" && node.ordered === true)
      for (const item of node.children) add(String(typedDigits(text, item).digits), true, node);
    else if (node.type === "paragraph") {
      const mark = markAt(text, node);
      const isFigure = mark?.kind === "figure" && !before.here && !before.underHeading && !before.above;
      if (mark !== undefined && isRecommendationMark(mark, letter)) continue;
      if (mark !== undefined && (isFigure || !isSubMark(mark))) add(mark.value, mark.isCertain, undefined, isFigure);
      else {
        before.here = true;
        if (section === 0) before.above = true;
        else before.underHeading = true;
      }
    }
  }
  return found;
}

/**
 * Whether the author typed the paragraphs' numbers, where the frontmatter does not say: the first of them is the one
 * that typed text begins with, or they carry on across a heading.
 */
function detect({ text, blocks, letter, raise }: PlannedText, typed: readonly Typed[]): Numbering {
  const list = typed.find((one) => one.list !== undefined);
  const isListFirst = list?.list?.start === 1 && list.isFirst && !list.textBefore.here && !list.textBefore.underHeading;
  const doesCarryOn = carriesOn(typed);
  if (doesCarryOn || beginsAsText(typed, letter) || goesOnBelowHeading(typed)) return "typed";
  if (isListFirst && !list.textBefore.above) {
    if (plainParagraphs(text, blocks) > listItems(blocks) && !risesAcrossText(typed))
      ask({ text, raise }, list.list ?? text.tree, "typed", "most paragraphs have no number");
    return "typed";
  }
  if (isListFirst && headsOfSections(typed) > 1 && plainParagraphs(text, blocks) < listItems(blocks)) return "typed";
  const long = blocks.find(({ node }) => isOrdered(node) && node.start === 1 && hasLongItems(node))?.node;
  const unclear = isListFirst ? list.list : long;
  // Below "Recommendations" a list is a series of its own.
  const isOwn = list?.title !== undefined && OWN.test(textOf(list.title)) && unclear === list.list;
  if (unclear !== undefined && !isOwn)
    ask({ text, raise }, unclear, "automatic", "this list reads like paragraphs with typed numbers");
  return "automatic";
}

/** Whether the first number that Markdown reads as text is the one that typed text begins with. */
function beginsAsText(typed: readonly Typed[], letter: string | undefined): boolean {
  const asText = typed.filter(({ list }) => list === undefined);
  const [first] = asText.filter(({ isCertain }) => isCertain);
  if (first !== undefined && isBeginning(first, letter)) return true;
  // A number without a sign is one where another follows it.
  const [bare, ...others] = asText.filter(({ isCertain }) => !isCertain);
  return bare?.value === "1" && bare.isFirst && others.some(({ value }) => value === "2");
}

function isBeginning({ value, counts, heading }: Typed, letter: string | undefined): boolean {
  if (letter !== undefined && value === numberInAnnex(letter, "1")) return true;
  const section = heading === undefined ? undefined : readHeadingNumber(heading)?.counts;
  return value === "1" || value === "1.1" || value === "1.1.1" || (counts.length > 1 && isBelow(counts, section));
}

function isBelow(counts: readonly number[], section: readonly number[] | undefined): boolean {
  return section !== undefined && counts[0] === section[0] && counts.slice(1).every((digits) => digits === 1);
}

/** Whether a number, beyond a heading, goes on from one at which an earlier section stopped. */
function carriesOn(typed: readonly Typed[]): boolean {
  const stopped = new Set<number>();
  let waiting: number[] = [];
  let section = 0;
  for (const [index, one] of typed.entries()) {
    const [digits = 0, ...below] = one.counts;
    if (one.section !== section) {
      for (const last of waiting) stopped.add(last);
      waiting = [];
      section = one.section;
    }
    if (below.length > 0 || !one.isCertain) continue;
    const next = typed[index + 1];
    const isLastOfList = one.list === undefined || next?.list !== one.list;
    const isFirstOfList = one.list === undefined || typed[index - 1]?.list !== one.list;
    if (isFirstOfList && stopped.has(digits - 1)) return true;
    if (isLastOfList) waiting.push(digits);
  }
  return false;
}

const OWN = /\b(?:recommend|conclusion|reason|decision|resolution|terms of reference|argymhell|casgliad|rhesym)/i;

/**
 * The headings of recommendations and the like that come first, where the paragraphs' own numbers begin at 1 below
 * another.
 */
function ownSeriesAtFirst(typed: readonly Typed[]): readonly number[] {
  const starts = typed.filter(({ value, isFirst, isCertain }) => value === "1" && isFirst && isCertain);
  const main = starts.findIndex(({ title }) => title === undefined || !OWN.test(textOf(title)));
  const [first] = typed;
  if (main <= 0 || first !== starts[0]) return [];
  return starts.slice(0, main).flatMap(({ title }) => (title === undefined ? [] : [lineOf(title)]));
}

/**
 * Whether numbers that begin at 1 straight below a heading go on beyond other blocks there, such as a table: as a sub-list they would
 * belong to no paragraph, and lose their numbers.
 */
function goesOnBelowHeading(typed: readonly Typed[]): boolean {
  const first = typed.find(isHeadOfSection);
  return first !== undefined && risesAcrossText(typed.filter(({ section }) => section === first.section));
}

/** How many sections begin with a list of their own. */
function headsOfSections(typed: readonly Typed[]): number {
  return typed.filter(isHeadOfSection).length;
}

function isHeadOfSection({ list, value, isFirst, textBefore, title }: Typed): boolean {
  const isOwn = title !== undefined && OWN.test(textOf(title));
  return list !== undefined && value === "1" && isFirst && !textBefore.here && title !== undefined && !isOwn;
}

/** Whether a number goes on from one that text is between. */
function risesAcrossText(typed: readonly Typed[]): boolean {
  return typed.some(({ list, counts: [digits = 0] }, index) => {
    const before = typed[index - 1];
    return before !== undefined && before.list !== list && before.counts[0] === digits - 1;
  });
}

/**
 * What is typed: 1.1 where the first number below a heading has a full stop within it, and no whole numbers run through
 * the text.
 */
function styleOf(numbering: Numbering, typed: readonly Typed[]): NumberingStyle | undefined {
  if (numbering !== "typed" && numbering !== "as-published") return undefined;
  const numbers = typed.filter(({ isCertain, counts }) => isCertain && counts.every((digits) => !Number.isNaN(digits)));
  if (numbers.length === 0) return undefined;
  const isDecimal = numbers.some(({ counts, isFirst }) => isFirst && counts.length > 1);
  return isDecimal && !carriesOn(typed) ? "decimal" : "continuous";
}

/**
 * Counts the sections. Where the author's numbers say which they are, in headings or in the paragraphs below them, one
 * without a number counts if those before and after it show that it does.
 */
function countSections(
  blocks: readonly PlannedBlock[],
  typed: readonly Typed[],
): Pick<NumberingPlan, "sections" | "dueSections" | "hasNumberedHeadings" | "firstSection"> {
  const headings = blocks.flatMap(({ node }) =>
    node.type === "heading" && node.depth === 2 && !isUncounted(node) ? [node] : [],
  );
  const hasNumberedHeadings = headings.some((heading) => readHeadingNumber(heading) !== undefined);
  const below = sectionsBelow(typed);
  const numbers = headings.map((heading) => readHeadingNumber(heading)?.counts[0] ?? below.get(heading));
  const isShown = numbers.some((number) => number !== undefined);
  const sections = new Map<number, number>();
  const dueSections = new Map<number, number>();
  let last = 0;
  let waiting: Heading[] = [];
  const countWaiting = (): void => {
    for (const heading of waiting) sections.set(lineOf(heading), ++last);
    waiting = [];
  };
  for (const [index, heading] of headings.entries()) {
    const number = numbers[index] ?? (isShown ? undefined : last + 1);
    if (number === undefined) {
      waiting.push(heading);
      continue;
    }
    if (number === last + waiting.length + 1) countWaiting();
    if (number !== last + 1) dueSections.set(lineOf(heading), last + 1);
    waiting = [];
    last = number;
    sections.set(lineOf(heading), number);
  }
  if (last > 0) countWaiting();
  return { sections, dueSections, hasNumberedHeadings, firstSection: sections.values().next().value };
}

/** The section that the first number below a heading says it is: 4 where that is 4.1. */
function sectionsBelow(typed: readonly Typed[]): ReadonlyMap<Heading, number | undefined> {
  const found = new Map<Heading, number | undefined>();
  for (const { heading, counts, isCertain } of typed) {
    if (heading === undefined || !isCertain || found.has(heading)) continue;
    const isFirst = counts.length > 1 && counts.slice(1).every((digits) => digits === 1);
    found.set(heading, isFirst ? counts[0] : undefined);
  }
  return found;
}

export function lineOf({ position }: RootContent): number {
  return position?.start.line ?? 0;
}

function isOrdered(block: RootContent): block is List {
  return block.type === "list" && block.ordered === true;
}

function plainParagraphs(text: NormalisedText, blocks: readonly PlannedBlock[]): number {
  return blocks.filter(
    ({ node, next }) =>
      node.type === "paragraph" && !standsForHeading(node, next) && markAt(text, node)?.kind !== "letter",
  ).length;
}

function listItems(blocks: readonly PlannedBlock[]): number {
  return blocks.reduce((sum, { node }) => sum + (isOrdered(node) ? node.children.length : 0), 0);
}

function hasLongItems(list: List): boolean {
  const long = list.children.filter((item) => /[.!?]\s+\p{Lu}/u.test(textOf(item)));
  return list.children.length > 2 && long.length * 2 > list.children.length;
}

function ask({ text, raise }: TypedText, block: Nodes, taken: Numbering, why: string): void {
  raise({
    rule: "numbering-ambiguous",
    place: placeOf(text, block),
    message: `the numbering is taken to be ${taken}, but ${why}`,
    fix: "say which is meant in the frontmatter: `numbering: typed` or `numbering: automatic`",
  });
}
