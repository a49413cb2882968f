import type { Heading, List, Paragraph, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { GlossarySection, Jurisdiction, Language, Numbering, NumberingStyle, ParsedText } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import { detectNumbering } from "./numbering-mode.ts";
import { attachBlock, beginParagraph, type NumberingState, numberDue, type Series } from "./numbering-state.ts";
import { readPassageWithholding } from "./passage-withholding.ts";
import { type CountedPassage, isPassage, placeCounted, placePassage } from "./passages.ts";
import { isAbbreviationsHeading, readAnnexHeading } from "./section-headings.ts";
import { beginSection } from "./sections.ts";
import { letterLists } from "./sub-lists.ts";
import { raiseSwallowed } from "./swallowed-numbers.ts";
import { typedDigits, typedNumberAt } from "./typed-number.ts";
import { numberTypedList, numberTypedParagraph } from "./typed-paragraphs.ts";

export interface NumberingOptions {
  /** As the frontmatter says; without it, the text decides. */
  readonly numbering: Numbering | undefined;
  readonly style: NumberingStyle;
  readonly lang: Language;
  /** The letter of the annex that the text is, if it is one. */
  readonly letter?: string;
  readonly jurisdiction: Jurisdiction;
  /** What is known of the passages that the text does not hold, in reading order. */
  readonly counted?: readonly CountedPassage[];
}

/** What came of numbering a text, and is needed to number it again without its passages. */
export interface Numbered {
  readonly numbering: Numbering;
  readonly passages: readonly CountedPassage[];
}

interface Block {
  readonly node: RootContent;
  readonly isUnnumbered: boolean;
}

/**
 * Numbers the paragraphs of a text, in the order of reading, and gathers under each what belongs to it; annexes that are
 * written in the text, and a list of abbreviations, become sections of their own. Changes the text's tree.
 */
export function numberParagraphs(text: ParsedText, options: NumberingOptions, raise: Raise): Numbered {
  const { numbering, style, lang, letter } = options;
  const blocks = flatten(text.tree.children, false);
  const own: Series = {
    letter,
    isDecimal: style === "decimal" && letter === undefined,
    section: 0,
    count: 0,
    ahead: 0,
  };
  const content: RootContent[] = [];
  const state: NumberingState = {
    text,
    lang,
    numbering: numbering ?? detectNumbering(text, ofTheReport(withInside(blocks), lang), raise),
    raise,
    target: content,
    series: own,
    open: undefined,
    run: undefined,
    lastItem: 0,
    runBeyond: undefined,
  };
  const passages: CountedPassage[] = [];
  let abbreviations: { readonly section: GlossarySection; readonly depth: number } | undefined;
  for (const [index, { node, isUnnumbered }] of blocks.entries()) {
    if (node.type === "heading" && (abbreviations === undefined || node.depth <= abbreviations.depth)) {
      abbreviations = undefined;
      const begun = beginSection(state, node, content, own);
      if (begun?.type === "glossarySection") abbreviations = { section: begun, depth: node.depth };
    } else if (isPassage(node)) {
      if (abbreviations !== undefined) raisePassageInList(state, node);
      const counted = options.counted?.[passages.length];
      if (counted !== undefined) placeCounted(state, counted, node.position);
      passages.push(counted ?? placeWhole(state, node, isUnnumbered, own, options.jurisdiction));
    } else if (abbreviations !== undefined) {
      abbreviations.section.children.push(node);
    } else placeInSeries(state, node, isUnnumbered, blocks[index - 1]?.node);
  }
  text.tree.children = content;
  return { numbering: state.numbering, passages };
}

/** Numbers a passage with its text. Within it, headings begin sections, and neither annexes nor lists of abbreviations. */
function placeWhole(
  state: NumberingState,
  passage: ContainerDirective,
  isUnnumbered: boolean,
  own: Series,
  jurisdiction: Jurisdiction,
): CountedPassage {
  const withholding = readPassageWithholding(state.text, passage, state.raise);
  const isInAnnex = state.series !== own;
  return placePassage(state, withholding, jurisdiction, passage.position, (content) => {
    const blocks = flatten(passage.children, isUnnumbered);
    for (const [index, { node, isUnnumbered: isPlain }] of blocks.entries()) {
      if (node.type === "heading") {
        if (endsItsPart(state, node, own, isInAnnex)) raiseHeadingInPassage(state, node);
        else if (isInAnnex) beginSubsection(state, node);
        else beginSection(state, node, content, own);
      } else if (isPassage(node)) placeWhole(state, node, isPlain, own, jurisdiction);
      else placeInSeries(state, node, isPlain, blocks[index - 1]?.node);
    }
  });
}

function endsItsPart({ lang }: NumberingState, heading: Heading, own: Series, isInAnnex: boolean): boolean {
  const beginsAnnex = own.letter === undefined && readAnnexHeading(heading, lang) !== undefined;
  return beginsAnnex || isAbbreviationsHeading(heading) || (isInAnnex && heading.depth === 2);
}

function beginSubsection(state: NumberingState, heading: Heading): void {
  state.open = undefined;
  state.run = undefined;
  state.target.push(heading);
}

function raiseHeadingInPassage({ text, raise }: NumberingState, heading: Heading): void {
  const message =
    "this heading begins or ends an annex or a list of abbreviations, and stands in a passage that is withheld";
  const fix = "end the passage above it; a withheld annex has a file of its own, which `annexes:` names";
  raise({ rule: "exempt-passage", place: placeOf(text, heading), message, fix });
}

function raisePassageInList({ text, raise }: NumberingState, passage: ContainerDirective): void {
  const message = "a passage that is withheld stands in the list of abbreviations";
  const fix = "take the lines with ::: out: what only withheld passages use is not published anyway";
  raise({ rule: "exempt-passage", place: placeOf(text, passage), message, fix });
}

function placeInSeries(state: NumberingState, node: RootContent, isUnnumbered: boolean, above?: RootContent): void {
  if (isUnnumbered || state.numbering === "none") placeBlock(state, node);
  else numberBlock(state, node, above);
  raiseSwallowed(state, node);
}

function flatten(nodes: readonly RootContent[], isUnnumbered: boolean): readonly Block[] {
  return nodes.flatMap((node) => {
    if (node.type !== "containerDirective" || isPassage(node)) return [{ node, isUnnumbered }];
    // Whatever is not known to be for publication goes no further, whether or not it was raised before.
    return node.name === "unnumbered" ? flatten(node.children, true) : [];
  });
}

/** The inside of a passage counts as the top level of the text. */
function withInside(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    isPassage(block.node) ? withInside(flatten(block.node.children, block.isUnnumbered)) : [block],
  );
}

/** The blocks that decide how the report is numbered: not those of its annexes, its abbreviations or unnumbered blocks. */
function ofTheReport(blocks: readonly Block[], lang: Language): readonly RootContent[] {
  let isOwn = true;
  return blocks.flatMap(({ node, isUnnumbered }) => {
    if (node.type === "heading" && node.depth === 2) isOwn = readAnnexHeading(node, lang) === undefined;
    if (node.type === "heading" && isAbbreviationsHeading(node)) isOwn = false;
    return isOwn && !isUnnumbered ? [node] : [];
  });
}

function placeBlock(state: NumberingState, node: RootContent): void {
  if (node.type !== "footnoteDefinition") attachBlock(state, node);
  else {
    letterLists(state.text, node, state.raise);
    state.target.push(node);
  }
}

function numberBlock(state: NumberingState, node: RootContent, above: RootContent | undefined): void {
  const isTyped = state.numbering === "typed";
  if (node.type === "paragraph") {
    if (isTyped) numberTypedParagraph(state, node, above);
    else numberParagraph(state, node);
  } else if (node.type === "list" && node.ordered === true) {
    if (isTyped) numberTypedList(state, node);
    else attachList(state, node);
  } else placeBlock(state, node);
}

/** In automatic mode each paragraph is numbered, so a number that is typed at its start would stand beside its own. */
function numberParagraph(state: NumberingState, paragraph: Paragraph): void {
  const typed = typedNumberAt(state.text, paragraph);
  if (typed !== undefined) {
    const fix = mendOfStray(typed.typed, state);
    const message = `${typed.typed} is typed here, and would stand beside the paragraph's own number, ${numberDue(state)}`;
    state.raise({ rule: "typed-number-stray", place: typed.place, message, fix });
  }
  beginParagraph(state, [paragraph], paragraph.position);
}

function mendOfStray(typed: string, { series }: NumberingState): string {
  if (typed.startsWith("(")) return "write sub-paragraphs as an indented list (1., 2. …), which is lettered";
  // As typed numbers these would be wrong, too.
  if (/^\d+\.\d/.test(typed) && !series.isDecimal && series.letter === undefined)
    return "delete it, as paragraphs are numbered 1, 2, 3 … on this site; a backslash before its full stop keeps it as text";
  return "delete it, or put `numbering: typed` into the frontmatter; a backslash before its full stop keeps it as text";
}

/** In automatic mode a numbered list is a sub-list of the paragraph above it. */
function attachList(state: NumberingState, list: List): void {
  const goesOnFrom = state.lastItem + 1;
  const last = list.children.at(-1);
  if (last !== undefined) state.lastItem = typedDigits(state.text, last).digits;
  if (state.open === undefined) {
    const message =
      "this numbered list stands straight under a heading, so it belongs to no paragraph, and is lettered";
    const fix =
      "put a sentence above it, or put `numbering: typed` into the frontmatter if its items are the paragraphs";
    state.raise({ rule: "list-alone", place: placeOf(state.text, list), message, fix });
  }
  attachBlock(state, list, goesOnFrom);
}
