import type { Heading, List, ListItem, Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { AnnexSection, NumberedParagraph, NumberedText, RecommendationBlock } from "../../model/tree.ts";
import { standsForHeading } from "../../rules/headings/bold-headings.ts";
import { letteredMark } from "../numbering/sub-lists.ts";
import { isLeadIn, isOverRecommendations, labelOfMark, leadsInRecommendations, readLabel } from "./forms.ts";

/** What is marked as a recommendation. */
type Carrier = NumberedParagraph | Paragraph | ListItem | Heading | RecommendationBlock;

/** A recommendation where it stands in a report. */
export interface Found {
  readonly node: Carrier;
  /** The text that its position counts in. */
  readonly text: NumberedText;
  /** As it was typed; the next number, where nothing was. */
  readonly label: string | undefined;
  /** Its own words, without its label. */
  readonly words: string;
  /** Whether the page shows its label already, in words of the author's. */
  readonly isSaid: boolean;
  /** The number of the paragraph that it is, or is part of. */
  readonly paragraph: string | undefined;
  readonly isWithheld: boolean;
}

/** How a text is read. */
export interface Reading {
  readonly text: NumberedText;
  /** Whether the author typed the numbers of its paragraphs. */
  readonly isTyped: boolean;
  /** Words of headings, as the settings list them. */
  readonly headings: readonly string[];
}

/** A block that may be a recommendation, or hold some. */
interface Block {
  readonly kind: "block";
  readonly node: NumberedParagraph | Paragraph | List | RecommendationBlock | undefined;
  readonly words: string;
  /** How many characters of the words stand in the emphasis with which they begin. */
  readonly emphasisEnd: number;
  /** The paragraph that the block is part of, and does not begin. */
  readonly within: NumberedParagraph | undefined;
  readonly isWithheld: boolean;
}

/** A heading, plain, in bold, or in bold before the words of a paragraph. */
interface Title {
  readonly kind: "title";
  readonly node: Heading | undefined;
  readonly words: string;
  readonly depth: number;
  readonly isWithheld: boolean;
}

/** Lines in bold are below every heading. */
const BOLD = 7;
const LEAD_IN = 8;

/** Blocks below words that say that they are recommended. */
interface Section {
  readonly depth: number;
  readonly blocks: Block[];
}

/** Finds the recommendations of a text, or of an annex, in reading order. */
export function findRecommendations(
  content: readonly RootContent[],
  reading: Reading,
  annex?: AnnexSection,
): readonly Found[] {
  const found: Found[] = [];
  const order = new Map<Block | Title, number>();
  let section: Section | undefined;
  let isExplicit = false;
  let pending: { readonly label: string } | undefined;
  const finish = (): void => {
    if (section !== undefined && !isExplicit) found.push(...recommended(section, reading));
    section = undefined;
    isExplicit = false;
  };
  const open = (depth: number): void => {
    finish();
    section = { depth, blocks: [] };
  };
  if (annex !== undefined && isOverRecommendations(annex.title, reading.headings)) open(2);
  for (const part of partsOf(content, undefined, annex?.notice !== undefined)) {
    order.set(part, order.size);
    if (part.kind === "title") {
      pending = undefined;
      const label = readLabel(part.words, part.words.length);
      const isInside = section !== undefined && part.depth > section.depth;
      if (!isInside) finish();
      if (label !== undefined) {
        isExplicit = true;
        pending = label;
      } else if (!isInside && isOverRecommendations(part.words, reading.headings)) open(part.depth);
      continue;
    }
    const named = pending === undefined ? explicit(part, reading) : underTitle(part, pending.label, reading);
    pending = undefined;
    if (named.length > 0) {
      found.push(...named);
      isExplicit = true;
    } else if (section !== undefined && (section.depth < LEAD_IN || isList(part.node))) section.blocks.push(part);
    else {
      finish();
      if (isWords(part) && leadsInRecommendations(part.words)) open(LEAD_IN);
    }
  }
  finish();
  return found.toSorted((a, b) => startOf(a.node) - startOf(b.node));
}

function startOf({ position }: Carrier): number {
  return position?.start.offset ?? 0;
}

function* partsOf(
  nodes: readonly RootContent[],
  within: NumberedParagraph | undefined,
  isWithheld: boolean,
): Generator<Block | Title> {
  for (const [index, node] of nodes.entries()) {
    if (node.type === "heading") {
      yield { kind: "title", node, words: textOf(node), depth: node.depth, isWithheld };
    } else if (node.type === "paragraph") {
      yield* partsOfParagraph(node, nodes[index + 1], { node, within, isWithheld });
    } else if (node.type === "numberedParagraph") {
      const [first, ...rest] = node.children;
      if (first?.type === "paragraph") yield* partsOfParagraph(first, rest[0], { node, within: undefined, isWithheld });
      yield* partsOf(first?.type === "paragraph" ? rest : node.children, node, isWithheld);
    } else if (node.type === "recommendation") {
      const words = wordsOf(node);
      yield { kind: "block", node, words, emphasisEnd: words.length, within, isWithheld };
    } else if (node.type === "exemptPassage") yield* partsOf(node.children, within, true);
    else if (node.type !== "annexSection" && node.type !== "glossarySection" && node.type !== "footnoteDefinition") {
      yield { kind: "block", node: isList(node) ? node : undefined, words: "", emphasisEnd: 0, within, isWithheld };
    }
  }
}

function* partsOfParagraph(
  paragraph: Paragraph,
  next: RootContent | undefined,
  facts: Pick<Block, "within" | "isWithheld"> & { readonly node: NumberedParagraph | Paragraph },
): Generator<Block | Title> {
  const words = textOf(paragraph).trim();
  const [first] = paragraph.children;
  const emphasis = first?.type === "strong" || first?.type === "emphasis" ? textOf(first).trim() : "";
  const { isWithheld } = facts;
  const block: Block = { kind: "block", words, emphasisEnd: emphasis.length, ...facts };
  const isAlone = emphasis !== "" && emphasis === words;
  const isLine = isAlone && facts.node.type === "paragraph";
  const isLabel = readLabel(words, words.length)?.end === words.length;
  if (isLabel || (isLine && (paragraph.data?.isHeading || standsForHeading(paragraph, next)))) {
    yield { kind: "title", node: undefined, words, depth: BOLD, isWithheld };
    return;
  }
  if (isLine && isOverRecommendations(words, [])) {
    yield { kind: "title", node: undefined, words, depth: BOLD, isWithheld };
    return;
  }
  const isRunIn = emphasis !== "" && /^:/.test(words.slice(emphasis.length - 1).replace(/^[^:](?=:)/, ""));
  if (isRunIn && readLabel(words, emphasis.length) === undefined) {
    yield { kind: "title", node: undefined, words: emphasis, depth: BOLD, isWithheld };
    const rest = words.slice(emphasis.length).replace(/^[\s:]+/, "");
    if (rest !== "") yield { ...block, words: rest, emphasisEnd: 0 };
    return;
  }
  yield block;
}

function isList(node: RootContent | undefined): node is List {
  return node?.type === "list";
}

function isWords({ node }: Block): boolean {
  return node !== undefined && !isList(node);
}

/** Recommendations that say so themselves: a paragraph, or items of a list, that begin with a label. */
function explicit(block: Block, reading: Reading): readonly Found[] {
  const { text } = reading;
  const { node, words, emphasisEnd, within, isWithheld } = block;
  if (node === undefined) return [];
  if (isList(node)) {
    return node.children.flatMap((item): Found[] => {
      const [first] = item.children;
      if (first?.type !== "paragraph") return [];
      const own = textOf(first).trim();
      const read = readLabel(own, emphasisIn(first));
      if (read === undefined) return [];
      const paragraph = within?.number;
      return [{ node: item, text, label: read.label, words: own.slice(read.end), isSaid: true, paragraph, isWithheld }];
    });
  }
  if (node.type === "recommendation") return inBlock(node, block, reading);
  const read = readLabel(words, emphasisEnd);
  if (read === undefined) return [];
  return [
    {
      node,
      text,
      label: read.label,
      words: words.slice(read.end),
      isSaid: true,
      paragraph: numberOf(block),
      isWithheld,
    },
  ];
}

/** What stands between `:::recommendation` and `:::` is one, or each of the items that have labels in it is one. */
function inBlock(node: RecommendationBlock, { within, isWithheld }: Block, reading: Reading): readonly Found[] {
  const items = node.children.flatMap((child) =>
    isList(child) && child.children[0]?.data?.mark !== undefined ? [child] : [],
  );
  if (items.length > 0) return items.flatMap((list) => itemsOf(list, { within, isWithheld }, reading));
  const { text } = reading;
  const [first] = node.children;
  const isNumbered = first?.type === "numberedParagraph";
  const words = wordsOf(isNumbered ? first : node);
  const read = readLabel(words, emphasisIn(isNumbered ? first.children[0] : first));
  const label = read?.label ?? (isNumbered && reading.isTyped ? first.number : undefined);
  const paragraph = isNumbered ? first.number : within?.number;
  const own = words.slice(read?.end ?? 0);
  return [{ node, text, label, words: own, isSaid: read !== undefined, paragraph, isWithheld }];
}

/** How many characters stand in the emphasis with which a paragraph begins. */
function emphasisIn(node: RootContent | undefined): number {
  const [first] = node?.type === "paragraph" ? node.children : [];
  return first?.type === "strong" || first?.type === "emphasis" ? textOf(first).trim().length : 0;
}

/** What stands first below a heading such as "Recommendation 3". */
function underTitle(block: Block, label: string, { text }: Reading): readonly Found[] {
  const { node, words, isWithheld } = block;
  if (node === undefined) return [];
  const carrier = isList(node) ? node.children[0] : node;
  if (carrier === undefined) return [];
  return [
    {
      node: carrier,
      text,
      label,
      words: isList(node) ? wordsOf(carrier) : words,
      isSaid: true,
      paragraph: numberOf(block),
      isWithheld,
    },
  ];
}

function numberOf({ node, within }: Block): string | undefined {
  return node?.type === "numberedParagraph" ? node.number : within?.number;
}

function wordsOf(node: Carrier): string {
  const first = node.type === "paragraph" || node.type === "heading" ? node : node.children[0];
  return first === undefined ? "" : textOf(first).trim();
}

/** What is recommended below a heading: the items of its lists, else its numbered paragraphs, else its paragraphs. */
function recommended({ blocks }: Section, reading: Reading): readonly Found[] {
  const numbered = new Set(blocks.flatMap(({ node }) => (node?.type === "numberedParagraph" ? [node] : [])));
  const lists = blocks.flatMap((block) => (isList(block.node) ? [{ ...block, list: block.node }] : []));
  const own = lists.filter(({ within }) => within === undefined || !numbered.has(within));
  if (own.length > 0) return own.flatMap((block) => itemsOf(block.list, block, reading));
  const listsIn = (paragraph: NumberedParagraph) => lists.filter(({ within }) => within === paragraph);
  const ledIn = lists.filter(({ within }) => within !== undefined && isLeadIn(wordsOf(within)));
  if (!reading.isTyped && ledIn.length > 0) return ledIn.flatMap((block) => itemsOf(block.list, block, reading));
  const { text } = reading;
  if (numbered.size > 0) {
    return blocks.flatMap((block): readonly Found[] => {
      const { node, words, isWithheld } = block;
      if (node?.type !== "numberedParagraph") return [];
      const { number } = node;
      const inner = listsIn(node).filter(({ list }) => list.ordered === true);
      return [
        { node, text, label: number, words, isSaid: false, paragraph: number, isWithheld },
        ...inner.flatMap((one) => itemsOf(one.list, one, reading, number)),
      ];
    });
  }
  return blocks.flatMap(({ node, words, within, isWithheld }): readonly Found[] => {
    if (node?.type !== "paragraph" || isLeadIn(words) || FACT.test(words)) return [];
    return [{ node, text, label: undefined, words, isSaid: false, paragraph: within?.number, isWithheld }];
  });
}

/** "Contact: P Quillan". */
const FACT = /^[\p{L}() /-]{2,40}: ?\S/u;

/** The items of a list, with the points below them that have marks of their own. */
function itemsOf(
  list: List,
  { within, isWithheld }: Pick<Block, "within" | "isWithheld">,
  reading: Reading,
  above?: string,
): readonly Found[] {
  const { text } = reading;
  return list.children.flatMap((node, index): readonly Found[] => {
    const label = below(above, markOf(list, node, index));
    const own: Found = {
      node,
      text,
      label,
      words: wordsOf(node),
      isSaid: false,
      paragraph: within?.number,
      isWithheld,
    };
    if (above !== undefined || label === undefined) return [own];
    const inner = node.children.filter((child) => isList(child)).filter(({ ordered }) => ordered === true);
    return [own, ...inner.flatMap((one) => itemsOf(one, { within, isWithheld }, reading, label))];
  });
}

function markOf({ ordered, start, data }: List, item: ListItem, index: number): string | undefined {
  if (item.data?.mark !== undefined) return item.data.mark;
  if (ordered !== true) return undefined;
  const { letteredDepth: depth, firstLetter = 1 } = data ?? {};
  return depth === undefined ? String((start ?? 1) + index) : letteredMark(firstLetter + index, depth);
}

/** A mark as a label: that of a point goes behind the label above it, unless it says it itself, as 1.2 below 1 does. */
function below(above: string | undefined, mark: string | undefined): string | undefined {
  if (mark === undefined) return undefined;
  const label = labelOfMark(mark);
  if (above === undefined || label.startsWith(`${above}.`)) return label;
  return `${above}${label.startsWith("(") ? label : `(${label})`}`;
}
