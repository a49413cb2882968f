import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { ExemptPassage, Jurisdiction, ParsedText, PassageFacts, WithheldPassage, Withholding } from "../model.ts";
import { nodesOf } from "../rules/check.ts";
import type { NumberingState } from "./numbering-state.ts";
import { withheldNotice } from "./statutory-words.ts";

/** What the numbers of a text need to know of a passage that is withheld, when its own text is not there. */
export interface CountedPassage {
  readonly facts: PassageFacts;
  /** Where the series stands behind it. */
  readonly section: number;
  readonly count: number;
  readonly ahead: number;
  /** The number last typed for an item of a list. */
  readonly lastItem: number;
}

type ExemptDirective = ContainerDirective & { readonly name: "exempt" };

/** Whether a block is a passage that is withheld. */
export function isPassage(node: RootContent): node is ExemptDirective {
  return node.type === "containerDirective" && node.name === "exempt";
}

/** The passages of a text, in reading order; one that stands within another is part of it. */
export function passagesIn(text: ParsedText): readonly ContainerDirective[] {
  const found: ContainerDirective[] = [];
  for (const { node } of nodesOf(text, "containerDirective")) {
    const last = found.at(-1);
    const isInside = last !== undefined && startOf(node) < endOf(last);
    if (isPassage(node) && !isInside) found.push(node);
  }
  return found;
}

function startOf({ position }: ContainerDirective): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: ContainerDirective): number {
  return position?.end.offset ?? 0;
}

/** The text with every line between the fences of a passage empty: all that the public edition is made of. */
export function withoutPassages(text: ParsedText): string {
  const lines = text.text.split("\n");
  for (const { position } of passagesIn(text)) {
    const [first, last] = [position?.start.line ?? 0, position?.end.line ?? 0];
    // Lines count from 1, so these are the ones between the fences.
    for (let index = first; index < last - 1; index++) lines[index] = "";
  }
  return lines.join("\n");
}

/** Numbers what stands in a passage, by way of `placeInside`, and puts it into its place as one block. */
export function placePassage(
  state: NumberingState,
  withholding: Withholding,
  jurisdiction: Jurisdiction,
  position: RootContent["position"],
  placeInside: (content: RootContent[]) => void,
): CountedPassage {
  const { open, target, series } = state;
  const children: RootContent[] = [];
  const within = open === undefined ? undefined : { number: open.number, children };
  state.target = children;
  state.open = within;
  state.runBeyond = state.run?.next;
  state.run = undefined;
  placeInside(children);
  state.runBeyond = undefined;
  const numbers = children.flatMap(numbersOf);
  const facts = factsOf(numbers, open?.number, withholding, jurisdiction);
  state.target = target;
  state.series = series;
  const { section, count, ahead } = series;
  const passage: ExemptPassage = { type: "exemptPassage", facts, children, position };
  settle(state, passage, open);
  return { facts, section, count, ahead, lastItem: state.lastItem };
}

/** Puts what stands in place of a passage where the passage stood. */
export function placeCounted(state: NumberingState, counted: CountedPassage, position: RootContent["position"]): void {
  const { facts, section, count, ahead, lastItem } = counted;
  state.series.section = section;
  state.series.count = count;
  state.series.ahead = ahead;
  state.lastItem = lastItem;
  const passage: WithheldPassage = { type: "withheldPassage", facts, position };
  settle(state, passage, state.open);
}

/**
 * Puts a passage into its place. Where no paragraph begins in it, it lies within the one above, which goes on behind it; that depends
 * on nothing else that stands in it, as the public must not learn of that.
 */
function settle(state: NumberingState, passage: ExemptPassage | WithheldPassage, open: NumberingState["open"]): void {
  const last = passage.facts.numbers.at(-1);
  state.run = undefined;
  (last === undefined && open !== undefined ? open.children : state.target).push(passage);
  // What is published behind a passage stays outside of it, though it goes on a paragraph that began within.
  state.open = last === undefined ? open : { number: last, children: state.target };
}

function numbersOf(node: RootContent): readonly string[] {
  if (node.type === "numberedParagraph") return [node.number];
  return node.type === "exemptPassage" ? node.facts.numbers : [];
}

function factsOf(
  numbers: readonly string[],
  within: string | undefined,
  withholding: Withholding,
  jurisdiction: Jurisdiction,
): PassageFacts {
  const words = inWords(numbers, within);
  const first = numbers[0] ?? within;
  const id = first === undefined ? undefined : `para-${first}`;
  return { words, numbers, id, notice: withheldNotice(words, withholding, jurisdiction), review: withholding.review };
}

function inWords(numbers: readonly string[], within: string | undefined): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined) return within === undefined ? "A passage" : `Part of paragraph ${within}`;
  if (first === last) return `Paragraph ${first}`;
  return `Paragraphs ${first} ${numbers.length === 2 ? "and" : "to"} ${last}`;
}
