import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { ExemptPassage, Jurisdiction, ParsedText, PassageFacts, WithheldPassage, Withholding } from "../model.ts";
import { nodesOf } from "../rules/check.ts";
import { countGiven, interrupt, type NumberingState, type Series, type SubRun } from "./numbering-state.ts";
import { withheldNotice } from "./statutory-words.ts";

/** What the numbers of a text need to know of a passage that is withheld, when its own text is not there: where they are behind it. */
export interface CountedPassage {
  readonly facts: PassageFacts;
  readonly series: Omit<Series, "letter" | "isDecimal" | "hasHeadings">;
  /** The number that a series of its own goes on with, and the letters of sub-paragraphs. */
  readonly own: number | undefined;
  readonly runs: readonly Omit<SubRun, "list">[];
  readonly hasHeading: boolean;
  readonly isOwnHeading: boolean;
  readonly hasOnes: boolean;
  /** The number last typed for an item of a list, and its place there. */
  readonly lastItem: number;
  readonly lastLetter: number;
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
  const within = open === undefined ? undefined : { ...open, children };
  state.target = children;
  state.open = within;
  state.runBeyond = state.run?.next;
  interrupt(state);
  placeInside(children);
  state.runBeyond = undefined;
  const facts = factsOf(children.flatMap(numberedIn), open, withholding, jurisdiction);
  state.target = target;
  state.series = series;
  const passage: ExemptPassage = { type: "exemptPassage", facts, children, position };
  settle(state, passage, open);
  return { facts, ...countsBehind(state) };
}

function countsBehind(state: NumberingState): Omit<CountedPassage, "facts"> {
  const { series, own, runs, hasHeading, isOwnHeading, hasOnes, lastItem, lastLetter } = state;
  const { letter: _letter, isDecimal: _isDecimal, hasHeadings: _hasHeadings, ...counts } = series;
  return {
    series: counts,
    own: own?.next,
    runs: runs.map(({ sequence, next }) => ({ sequence, next })),
    hasHeading,
    isOwnHeading,
    hasOnes,
    lastItem,
    lastLetter,
  };
}

/** Puts what stands in place of a passage where the passage stood. */
export function placeCounted(state: NumberingState, counted: CountedPassage, position: RootContent["position"]): void {
  const { facts, series, own, runs, hasHeading, isOwnHeading, hasOnes, lastItem, lastLetter } = counted;
  Object.assign(state.series, series);
  state.own = own === undefined ? undefined : { next: own, list: undefined };
  state.runs = runs.map((run) => ({ ...run, list: undefined }));
  state.hasHeading = hasHeading;
  state.isOwnHeading = isOwnHeading;
  state.hasOnes = hasOnes;
  state.lastItem = lastItem;
  state.lastLetter = lastLetter;
  for (const number of facts.numbers) countGiven(state, number);
  const passage: WithheldPassage = { type: "withheldPassage", facts, position };
  settle(state, passage, state.open);
}

/**
 * Puts a passage into its place. Where no paragraph begins in it, it lies within the one above, which goes on behind it; that depends
 * on nothing else that stands in it, as the public must not learn of that.
 */
function settle(state: NumberingState, passage: ExemptPassage | WithheldPassage, open: NumberingState["open"]): void {
  const { numbers, ids } = passage.facts;
  const last = numbers.at(-1);
  interrupt(state);
  (last === undefined && open !== undefined ? open.children : state.target).push(passage);
  // What is published behind a passage stays outside of it, though it goes on a paragraph that began within.
  state.open = last === undefined ? open : { number: last, id: ids.at(-1) ?? "", children: state.target };
}

function numberedIn(node: RootContent): readonly { readonly number: string; readonly id: string }[] {
  if (node.type === "numberedParagraph") return [{ number: node.number, id: node.id }];
  if (node.type !== "exemptPassage") return [];
  return node.facts.numbers.map((number, index) => ({ number, id: node.facts.ids[index] ?? "" }));
}

function factsOf(
  numbered: readonly { readonly number: string; readonly id: string }[],
  within: NumberingState["open"],
  withholding: Withholding,
  jurisdiction: Jurisdiction,
): PassageFacts {
  const numbers = numbered.map(({ number }) => number);
  const ids = numbered.map(({ id }) => id);
  const words = inWords(numbers, within?.number);
  const id = ids[0] ?? within?.id;
  const notice = withheldNotice(words, withholding, jurisdiction);
  return { words, numbers, ids, id, notice, review: withholding.review };
}

function inWords(numbers: readonly string[], within: string | undefined): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined) return within === undefined ? "A passage" : `Part of paragraph ${within}`;
  if (first === last) return `Paragraph ${first}`;
  return `Paragraphs ${first} ${numbers.length === 2 ? "and" : "to"} ${last}`;
}
