import type { RootContent } from "mdast";
import type { Law } from "../../law/law.ts";
import type { Withholding } from "../../model/report.ts";
import type { ExemptPassage, PassageFacts, WithheldPassage } from "../../model/tree.ts";
import { withheldNotice } from "../withholding/statutory-notices.ts";
import { countGiven, interrupt, type NumberingState, type Series, type SubRun } from "./state.ts";

/**
 * What the numbers of a text need to know of a passage that is withheld, when its own text is not there: where they are
 * after it.
 */
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

/** Numbers what is in a passage, by way of `placeInside`, and puts it into its place as one block. */
export function placePassage(
  state: NumberingState,
  withholding: Withholding,
  position: RootContent["position"],
  placeInside: () => void,
): CountedPassage {
  const { open, target, content, series, law } = state;
  const children: RootContent[] = [];
  const within = open === undefined ? undefined : { ...open, children };
  state.target = children;
  state.content = children;
  state.open = within;
  state.runBeyond = state.run?.next;
  interrupt(state);
  placeInside();
  state.runBeyond = undefined;
  const facts = factsOf(children.flatMap(numberedIn), open, withholding, law);
  state.target = target;
  state.content = content;
  state.series = series;
  const passage: ExemptPassage = { type: "exemptPassage", facts, children, position };
  insertPassage(state, passage, open);
  return { facts, ...countsAfter(state) };
}

function countsAfter(state: NumberingState): Omit<CountedPassage, "facts"> {
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

/** Puts what is in place of a passage where the passage was. */
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
  insertPassage(state, passage, state.open);
}

/**
 * Puts a passage into its place. Where no paragraph begins in it, it lies within the one above, which goes on after it;
 * that depends on nothing else that is in it, as the public must not learn of that.
 */
function insertPassage(
  state: NumberingState,
  passage: ExemptPassage | WithheldPassage,
  open: NumberingState["open"],
): void {
  const { numbers, ids } = passage.facts;
  const last = numbers.at(-1);
  interrupt(state);
  (last === undefined && open !== undefined ? open.children : state.target).push(passage);
  // What is published after a passage stays outside of it, though it goes on a paragraph that began within.
  state.open = last === undefined ? open : { number: last, id: ids.at(-1) ?? "", children: state.target };
}

function numberedIn(node: RootContent): readonly { readonly number: string; readonly id: string }[] {
  if (node.type === "numberedParagraph") return [{ number: node.number, id: node.id }];
  if (node.type === "recommendation") return node.children.flatMap(numberedIn);
  if (node.type !== "exemptPassage") return [];
  return node.facts.numbers.map((number, index) => ({ number, id: node.facts.ids[index] ?? "" }));
}

function factsOf(
  numbered: readonly { readonly number: string; readonly id: string }[],
  within: NumberingState["open"],
  withholding: Withholding,
  law: Law,
): PassageFacts {
  const numbers = numbered.map(({ number }) => number);
  const ids = numbered.map(({ id }) => id);
  const words = formatNumbers(numbers, within?.number);
  const id = ids[0] ?? within?.id;
  const notice = withheldNotice(words, withholding, law);
  const { basis, paragraphs, review } = withholding;
  return { words, numbers, ids, id, notice, grounds: { basis, paragraphs }, review };
}

function formatNumbers(numbers: readonly string[], within: string | undefined): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined) return within === undefined ? "A passage" : `Part of paragraph ${within}`;
  if (first === last) return `Paragraph ${first}`;
  return `Paragraphs ${first} ${numbers.length === 2 ? "and" : "to"} ${last}`;
}
