import type { Heading, List, ListItem, Paragraph, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import type { Numbering } from "../../model/report.ts";
import type { Language, NumberingStyle } from "../../model/settings.ts";
import type { GlossarySection, NormalisedText, NumberedText } from "../../model/tree.ts";
import { standsBeforeNumbers, standsForHeading } from "../../rules/headings/bold-headings.ts";
import { placeOf, typedText } from "../../text/place.ts";
import { isRecommendationMark } from "../../text/typed-mark.ts";
import { isPassage } from "../markdown/passage-directive.ts";
import { readPassageWithholding } from "../withholding/passage-attributes.ts";
import { lineOf, type NumberingPlan, planNumbering } from "./detect-mode.ts";
import { type CountedPassage, placeCounted, placePassage } from "./exempt-passages.ts";
import { raiseSwallowed } from "./numbers-mid-paragraph.ts";
import { beginsOwnSeries, placeInOwnSeries, startsOwnSeries } from "./own-series.ts";
import { isRecommendation, labelledItems, placeRecommendation, putItem } from "./recommendation-blocks.ts";
import { isAbbreviationsHeading, readAnnexHeading } from "./section-headings.ts";
import { beginSection } from "./sections.ts";
import {
  attachBlock,
  beginParagraph,
  type Container,
  endParagraph,
  type NumberingState,
  newSeries,
  numberDue,
  takeSection,
} from "./state.ts";
import { letterLists } from "./sub-lists.ts";
import { cutAtSubParagraphs, isSubParagraph, placeSubParagraph } from "./sub-paragraphs.ts";
import { markAt, type PlacedMark, sectionInBold, typedDigits, withoutMark } from "./typed-number.ts";
import { isNumber, placeNumbered, raiseWithoutText } from "./typed-paragraphs.ts";

export interface NumberingOptions {
  /** As the frontmatter says; without it, the text decides. */
  readonly numbering: Numbering | undefined;
  readonly style: NumberingStyle | undefined;
  /** As the settings say, where neither the frontmatter nor the text does. */
  readonly siteStyle: NumberingStyle;
  readonly depth: number;
  readonly lang: Language;
  /** The letter of the annex that the text is, if it is one. */
  readonly letter?: string;
  readonly law: Law;
  /** What is known of the whole of a text that is numbered without its passages: they are given in reading order. */
  readonly whole?: Pick<Numbered, "plan" | "passages">;
}

/** What came of numbering a text, and is needed to number it again without its passages. */
export interface Numbered {
  readonly text: NumberedText;
  readonly plan: NumberingPlan;
  readonly passages: readonly CountedPassage[];
}

interface Block {
  readonly node: RootContent;
  readonly isUnnumbered: boolean;
  readonly next: RootContent | undefined;
}

/**
 * Numbers the paragraphs of a text, in the order of reading, and gathers under each what belongs to it; annexes that are
 * written in the text, and a list of abbreviations, become sections of their own.
 */
export function numberParagraphs(text: NormalisedText, options: NumberingOptions, raise: Raise): Numbered {
  const { lang, letter, whole } = options;
  const blocks = flatten(text.tree.children, false);
  const plan = whole?.plan ?? planNumbering(text, ofTheReport(withInside(blocks), lang), { ...options, letter }, raise);
  const main = newSeries(letter, plan.isDecimal, plan.sections.size > 0);
  const content: RootContent[] = [];
  const state: NumberingState = {
    text,
    lang,
    law: options.law,
    plan,
    numbering: plan.numbering,
    raise,
    content,
    main,
    target: content,
    series: main,
    open: undefined,
    inside: undefined,
    hasHeading: false,
    own: undefined,
    isOwnHeading: false,
    hasOnes: false,
    runs: [],
    run: undefined,
    lastItem: 0,
    lastLetter: 0,
    runBeyond: undefined,
    given: new Map(),
  };
  const passages: CountedPassage[] = [];
  let abbreviations: { readonly section: GlossarySection; readonly depth: number } | undefined;
  const place = (block: Block): void => {
    const { node } = block;
    if (isRecommendation(node) && abbreviations === undefined) placeLabelled(state, node, block.isUnnumbered, place);
    else if (node.type === "heading" && (abbreviations === undefined || node.depth <= abbreviations.depth)) {
      abbreviations = undefined;
      const begun = beginSection(state, node);
      if (begun?.type === "glossarySection") abbreviations = { section: begun, depth: node.depth };
    } else if (isPassage(node)) {
      if (abbreviations !== undefined) raisePassageInList(state, node);
      const counted = whole?.passages[passages.length];
      if (counted !== undefined) placeCounted(state, counted, node.position);
      passages.push(counted ?? placeWhole(state, node, block.isUnnumbered));
    } else if (abbreviations !== undefined) {
      abbreviations.section.children.push(...(isRecommendation(node) ? node.children : [node]));
    } else placeInSeries(state, block);
  };
  for (const block of blocks) place(block);
  text.tree.children = content;
  return { text: { ...text, stage: "numbered" }, plan, passages };
}

/** A text whose paragraphs have no numbers, for the stages after numbering. */
export function withoutNumbers(text: NormalisedText): NumberedText {
  return { ...text, stage: "numbered" };
}

/** Numbers a passage with its text. Within it, headings begin sections, and neither annexes nor lists of abbreviations. */
function placeWhole(state: NumberingState, passage: ContainerDirective, isUnnumbered: boolean): CountedPassage {
  const withholding = readPassageWithholding(state.text, passage, state.law, state.raise);
  const isInAnnex = state.series !== state.main;
  return placePassage(state, withholding, passage.position, () => {
    const place = (block: Block): void => {
      const { node } = block;
      if (isRecommendation(node)) placeLabelled(state, node, block.isUnnumbered, place);
      else if (node.type === "heading") {
        if (endsItsPart(state, node, isInAnnex)) raiseHeadingInPassage(state, node);
        else if (isInAnnex) beginSubsection(state, node);
        else beginSection(state, node);
      } else if (isPassage(node)) placeWhole(state, node, block.isUnnumbered);
      else placeInSeries(state, block);
    };
    for (const block of flatten(passage.children, isUnnumbered)) place(block);
  });
}

/**
 * Places a recommendation. The number or letter with which it begins is its label, where it is not that of a paragraph.
 */
function placeLabelled(
  state: NumberingState,
  { children, position }: ContainerDirective,
  isUnnumbered: boolean,
  place: (block: Block) => void,
): void {
  placeRecommendation(state, position, () => {
    for (const block of flatten(children, isUnnumbered)) {
      const items = labelledItems(state, block.node);
      for (const { item, blocks } of items) {
        putItem(state, item);
        if (blocks.length > 0) placeAll(state, { ...item, children: blocks }, item.children, 0);
      }
      if (items.length > 0) continue;
      if (block.node.type === "heading") beginSubsection(state, block.node);
      else place(block);
    }
  });
}

function endsItsPart({ lang, main }: NumberingState, heading: Heading, isInAnnex: boolean): boolean {
  const beginsAnnex = main.letter === undefined && readAnnexHeading(heading, lang) !== undefined;
  return beginsAnnex || isAbbreviationsHeading(heading) || (isInAnnex && heading.depth === 2);
}

function beginSubsection(state: NumberingState, heading: Heading): void {
  endParagraph(state);
  state.target.push(heading);
}

function raiseHeadingInPassage({ text, raise }: NumberingState, heading: Heading): void {
  const message = "this heading begins or ends an annex or a list of abbreviations, and is in a withheld passage";
  const fix = "end the passage above it; a withheld annex has its own file, which `annexes:` names";
  raise({ rule: "exempt-passage", place: placeOf(text, heading), message, fix });
}

function raisePassageInList({ text, raise }: NumberingState, passage: ContainerDirective): void {
  const message = "there is a withheld passage in the list of abbreviations";
  const fix = "take the lines with ::: out: what only withheld passages use is not published anyway";
  raise({ rule: "exempt-passage", place: placeOf(text, passage), message, fix });
}

function flatten(nodes: readonly RootContent[], isUnnumbered: boolean): readonly Block[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== "containerDirective" || isPassage(node) || isRecommendation(node))
      return [{ node, isUnnumbered, next: nodes[index + 1] }];
    // Whatever is not known to be for publication goes no further, whether or not it was raised before.
    return node.name === "unnumbered" ? flatten(node.children, true) : [];
  });
}

/** The inside of a passage counts as the top level of the text. */
function withInside(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    isPassage(block.node)
      ? withInside(flatten(block.node.children, block.isUnnumbered))
      : // What a recommendation begins with may be its label.
        isRecommendation(block.node)
        ? []
        : [block],
  );
}

/**
 * The blocks that decide how the report is numbered: not those of its annexes, its abbreviations or unnumbered blocks.
 */
function ofTheReport(blocks: readonly Block[], lang: Language): readonly Block[] {
  let isOwn = true;
  return blocks.filter(({ node, isUnnumbered }) => {
    if (node.type === "heading" && node.depth === 2)
      isOwn = readAnnexHeading(node, lang) === undefined && !isAbbreviationsHeading(node);
    else if (node.type === "heading" && isAbbreviationsHeading(node)) isOwn = false;
    return isOwn && !isUnnumbered;
  });
}

function placeInSeries(state: NumberingState, { node, isUnnumbered, next }: Block): void {
  const isPlain = isUnnumbered || state.numbering === "none";
  if (isPlain) placeBlock(state, node);
  else if (isHeadingInBold(state, node, next)) placeBoldHeading(state, node);
  else if (node.type === "paragraph") placeParagraph(state, node);
  else if (node.type === "list" && node.ordered === true) placeList(state, node);
  else placeBlock(state, node);
  if (isPlain || node.type !== "list" || node.ordered !== true) raiseSwallowed(state, node);
}

function isHeadingInBold({ text, numbering, series }: NumberingState, node: RootContent, next?: RootContent): boolean {
  if (numbering === "automatic") return standsForHeading(node, next);
  return standsBeforeNumbers(node, next) || (series.isDecimal && sectionInBold(text, node, next) !== undefined);
}

/** Numbers go on across a line in bold that stands for a heading, as across a heading. */
function placeBoldHeading(state: NumberingState, line: RootContent): void {
  endParagraph(state, state.plan.ownSeries.has(lineOf(line)));
  if (line.type === "paragraph") line.data = { ...line.data, isHeading: true };
  state.target.push(line);
}

function placeBlock(state: NumberingState, node: RootContent): void {
  if (node.type !== "footnoteDefinition") attachBlock(state, node);
  else {
    letterLists(state, node);
    state.target.push(node);
  }
}

/** Places a paragraph, and each of the sub-paragraphs that begin in its lines. */
function placeParagraph(state: NumberingState, paragraph: Paragraph): void {
  for (const part of cutAtSubParagraphs(state, paragraph, markAt(state.text, paragraph))) {
    const mark = markAt(state.text, part);
    if (mark === undefined || isRecommendationMark(mark, state.series.letter)) placePlain(state, part);
    else if (isDueFigure(state, mark) || !isSubParagraph(state, mark)) placeMarked(state, part, mark);
    else placeSubParagraph(state, mark, part.position).push(withoutMark(part, mark));
  }
}

/** A figure in brackets can be that of a paragraph: it is where it is due, and no sub-paragraphs go on with it. */
function isDueFigure(state: NumberingState, mark: PlacedMark): boolean {
  if (mark.kind !== "figure" || state.numbering === "automatic") return false;
  const isSub = state.runs.some(({ sequence, next }) => sequence === "figures" && next === Number(mark.value));
  const mayBegin = mark.value !== "1" || (state.plan.mayBeFigures && state.open === undefined);
  return !isSub && mayBegin && isNumber(state, { ...mark, isCertain: false });
}

/** In automatic mode each paragraph is numbered; in typed mode it continues the one above it, if there is one. */
function placePlain(state: NumberingState, paragraph: Paragraph): void {
  if (state.numbering !== "automatic" || !state.series.isCounted) attachBlock(state, paragraph);
  else beginParagraph(state, paragraph.position).push(paragraph);
}

function placeMarked(state: NumberingState, paragraph: Paragraph, mark: PlacedMark): void {
  if (state.numbering === "automatic") {
    if (mark.isCertain) raiseStray(state, mark);
    placePlain(state, paragraph);
    return;
  }
  takeSection(state, mark);
  if (!isNumber(state, mark)) {
    attachBlock(state, paragraph);
    return;
  }
  const words = withoutMark(paragraph, mark);
  if (words.children.length === 0) raiseWithoutText(state, paragraph.position);
  placeNumbered(state, { mark, position: paragraph.position, list: undefined }).container.push(words);
}

/** In automatic mode a number that is typed at the start of a paragraph would be beside its own. */
function raiseStray(state: NumberingState, { typed, value, place }: PlacedMark): void {
  const message = `${typed} is typed here, and would be shown beside the paragraph's own number, ${numberDue(state)}`;
  const sign = typed === value ? "full stop" : "sign";
  const fix = `delete it, or put \`numbering: typed\` into the frontmatter; a backslash before its ${sign} keeps it as text`;
  state.raise({ rule: "typed-number-stray", place, message, fix });
}

function placeList(state: NumberingState, list: List): void {
  if (state.numbering === "automatic") attachList(state, list);
  else numberList(state, list);
}

/**
 * In automatic mode a numbered list is a sub-list of the paragraph above it; straight under a heading it is a series of
 * its own.
 */
function attachList(state: NumberingState, list: List): void {
  const goesOn = { number: state.lastItem + 1, letter: state.lastLetter + 1 };
  const items = list.children.map((item) => ({ item, ...typedDigits(state.text, item) }));
  if (list.start === 1 && beginsOwnSeries(state, 1)) {
    for (const { item } of items) {
      const mark = `${state.own?.next ?? 1}${signOf(state, item)}`;
      placeAll(state, item, placeInOwnSeries(state, mark, item.position), 0);
    }
    return;
  }
  if (state.open === undefined) {
    const message = "this numbered list belongs to no paragraph, and is lettered";
    const fix =
      "put a sentence above it, or put `numbering: typed` into the frontmatter if its items are the paragraphs";
    state.raise({ rule: "list-alone", place: placeOf(state.text, list), message, fix });
  }
  attachBlock(state, list, goesOn);
  state.lastItem = items.at(-1)?.digits ?? state.lastItem;
  state.lastLetter = (list.data?.firstLetter ?? 1) + items.length - 1;
}

/** In typed mode the digits that were typed decide, item by item: a paragraph, or part of a series or sub-list. */
function numberList(state: NumberingState, list: List): void {
  const { text, raise } = state;
  const items = list.children.map((item) => ({ item, ...typedDigits(text, item) }));
  const [, second] = items;
  if (second !== undefined && items.every(({ digits }) => digits === 1)) {
    // Who types 1 for all of them means them to go on.
    const isOwn = startsOwnSeries(state) && !state.hasOnes;
    state.hasOnes ||= !isOwn;
    const fix = `type the numbers in order, from ${isOwn ? 1 : numberDue(state)}, or run \`npx scrutineer fix\`; indent a sub-list by four spaces`;
    const message = "every item of this list is typed as 1";
    raise({ rule: "typed-number-all-ones", place: second.place, message, fix });
    for (const { item } of items) {
      const mark = `${state.own?.next ?? 1}.`;
      const container = isOwn ? placeInOwnSeries(state, mark, item.position) : beginParagraph(state, item.position);
      placeAll(state, item, container, 0);
    }
    return;
  }
  for (const { item, digits, place } of items) {
    const typed = `${digits}${signOf(state, item)}`;
    const mark: PlacedMark = { typed, kind: "whole", value: `${digits}`, start: 0, isCertain: true, place };
    const { container, depth } = placeNumbered(state, { mark, position: item.position, list });
    placeAll(state, item, container, depth);
    state.lastItem = digits;
    for (const child of item.children) raiseSwallowed(state, child);
  }
}

function signOf({ text }: NumberingState, item: ListItem): string {
  return /^\d+([.)])/.exec(typedText(text, item))?.[1] ?? ".";
}

/** Puts the blocks of an item of a list where they go, with the sub-paragraphs that are typed in them. */
function placeAll(state: NumberingState, item: ListItem, container: Container, depth: number): void {
  if (item.children[0]?.type !== "paragraph") raiseWithoutText(state, item.position);
  state.inside = container;
  for (const child of item.children) {
    if (child.type === "paragraph") placeWithin(state, child, container);
    else {
      const inner = child.type === "list" && child.ordered === true ? state.runs.at(-1)?.list : undefined;
      letterLists(state, child, inner === undefined ? depth : state.runs.length);
      if (inner === undefined) {
        container.push(child);
        for (const run of state.runs) run.list = undefined;
      } else inner.children.at(-1)?.children.push(child);
    }
  }
  state.inside = undefined;
}

function placeWithin(state: NumberingState, paragraph: Paragraph, container: Container): void {
  for (const part of cutAtSubParagraphs(state, paragraph, markAt(state.text, paragraph))) {
    const mark = markAt(state.text, part);
    if (mark !== undefined && isSubParagraph(state, mark))
      placeSubParagraph(state, mark, part.position).push(withoutMark(part, mark));
    else {
      container.push(part);
      for (const run of state.runs) run.list = undefined;
    }
  }
}
