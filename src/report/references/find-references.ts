import { findMarkers, type Marker } from "../../text/elsewhere.ts";
import { findQuotations, isWithin } from "../../text/quotations.ts";
import type { Grammar } from "./languages.ts";
import { findLists, type ReferenceItem, type ReferenceKind, type ReferenceList } from "./lists.ts";
import { isInSentence, sentenceAround } from "./sentence.ts";
import { readSentence } from "./whose.ts";

/** One label of an internal reference in running text: the "14" of "paragraphs 14 and 16", or the "A" of "Annex A". */
export interface Reference extends ReferenceItem {
  readonly kind: ReferenceKind;
  /** The annex whose paragraph is named by its number alone: "paragraph 3 of Annex A". */
  readonly annex: string | undefined;
  /**
   * How certain it is that this report's is meant, where what it names is not there: only "none" is not worth a
   * warning.
   */
  readonly certainty: () => Certainty;
  /** Whether the words around it say that it is this report's. */
  readonly isDecided: boolean;
  /** What the words say of where it is: "paragraph 14 above". */
  readonly direction: "above" | "below" | undefined;
  /** Whether it names one paragraph and the whole of it: not "14(a)", nor one of "paragraphs 14 to 17". */
  readonly isOneWhole: boolean;
}

/**
 * "none" where its sentence or the one before names a text that has paragraphs of its own, "some" where its block does
 * before it.
 */
type Certainty = "full" | "some" | "none";

/**
 * A list, and how it hangs together with the one before it: "and"; "paragraph 4 of Annex A"; "Annex A, paragraph 4".
 */
interface Link {
  readonly list: ReferenceList;
  readonly joint: "and" | "of" | "in" | undefined;
}

interface Found {
  readonly phrases: readonly Reference[];
  readonly markers: readonly Marker[];
}

/**
 * Finds the internal references in a text, and the markers `{elsewhere}`; in doubt a reference is external, and left
 * alone.
 */
export function findReferences(text: string, grammar: Grammar): Found {
  const markers = findMarkers(text);
  const lists = grammar.lists.hint.test(text) ? findLists(text, grammar.lists) : [];
  if (lists.length === 0) return { phrases: [], markers };
  const quotations = findQuotations(text);
  const marked = markedLists(text, lists, markers);
  const isLeft = (list: ReferenceList): boolean => marked.has(list) || isWithin(quotations, list);
  let named: number | undefined;
  const isNamedBefore = (start: number): boolean => {
    named ??=
      [...text.matchAll(/\p{L}+/gu)].find(([word]) => /[~@]/.test(grammar.mark(word.toLowerCase())))?.index ?? -1;
    return named !== -1 && named < start;
  };
  const phrases = chainsOf(text, lists, grammar).flatMap((chain) => {
    const context = contextOf(text, chain, grammar, isNamedBefore);
    return context === undefined ? [] : chain.flatMap((_, index) => itemsOf(chain, index, context, isLeft));
  });
  return { phrases, markers };
}

/** Lists that hang together have one owner: "paragraph 4 and paragraph 7 of the Schedule". */
function chainsOf(text: string, lists: readonly ReferenceList[], grammar: Grammar): readonly (readonly Link[])[] {
  const chains: Link[][] = [];
  for (const [index, list] of lists.entries()) {
    const joint = jointOf(text, lists[index - 1], list, grammar);
    if (joint === undefined) chains.push([{ list, joint }]);
    else chains.at(-1)?.push({ list, joint });
  }
  return chains;
}

/** The longest joint, white space and all. */
const LONGEST_JOINT = 20;

function jointOf(text: string, last: ReferenceList | undefined, list: ReferenceList, { and, of }: Grammar) {
  if (last === undefined || list.start - last.end > LONGEST_JOINT) return undefined;
  if (last.kind !== list.kind && last.isAlone !== true && !(isOfText(last.kind) && isOfText(list.kind)))
    return undefined;
  const between = text.slice(last.end, list.start).replace(/\s+/gu, " ");
  if (last.kind === "paragraph" && list.kind === "annex" && of.test(between)) return "of";
  if (last.kind === "annex" && list.kind === "paragraph" && /^(?:,| \() ?$/.test(between)) return "in";
  return and.test(between) ? "and" : undefined;
}

/** Whether a kind is one whose lists hang together with those of another: "paragraph 4 and Annex A". */
function isOfText(kind: ReferenceKind): boolean {
  return kind === "paragraph" || kind === "annex";
}

type Context = Pick<Reference, "certainty" | "direction" | "isDecided">;

/** What the words around a chain say of it, where they do not make it somebody else's. */
function contextOf(
  text: string,
  chain: readonly Link[],
  { rules, mark, above, below }: Grammar,
  isNamedBefore: (start: number) => boolean,
): Context | undefined {
  const start = chain[0]?.list.start ?? 0;
  const sentence = sentenceAround(text, start, chain.at(-1)?.list.end ?? start);
  const read = readSentence(sentence, mark);
  const kind = chain.find(({ list }) => list.kind !== "annex")?.list.kind ?? "annex";
  const at = read.indexOf("§");
  const rule = rules.find((one) => {
    one.pattern.lastIndex = at;
    return (one.kind ?? kind) === kind && one.pattern.test(read);
  });
  if (rule?.whose === "external" || chain.some(({ list }) => list.isForeign)) return undefined;
  const direction = above.test(sentence.after) ? "above" : below.test(sentence.after) ? "below" : undefined;
  const isSentence = /^\(\s*$/.test(sentence.before) && /^\.?\)/.test(sentence.after);
  return {
    direction,
    isDecided: rule !== undefined,
    // A sentence of its own in brackets, "(Paragraph 12)", says where the report deals with what is before it.
    certainty: () =>
      isSentence ? "full" : /(?<!this )~~|@/.test(read) ? "none" : isNamedBefore(start) ? "some" : "full",
  };
}

function itemsOf(
  chain: readonly Link[],
  index: number,
  { certainty, direction, isDecided }: Context,
  isLeft: (list: ReferenceList) => boolean,
): readonly Reference[] {
  const [link, next] = chain.slice(index, index + 2);
  if (link === undefined) return [];
  const { list, joint } = link;
  const isOfNext = next !== undefined && next.joint !== "and";
  const before = joint === "in" ? chain[index - 1]?.list.items.slice(-1) : [];
  const annexes = (next?.joint === "of" ? next.list.items : before) ?? [];
  if (isLeft(list) || (isOfNext && isLeft(next.list)) || annexes.length > 1) return [];
  return list.items.map((item) => ({
    ...item,
    kind: list.kind,
    annex: /^\d/.test(item.target) ? annexes[0]?.target : undefined,
    certainty: joint === "in" ? () => "none" : certainty,
    isDecided,
    direction: next === undefined ? direction : undefined,
    isOneWhole: list.items.length === 1 && item.end === item.targetEnd,
  }));
}

/** The lists that the markers leave alone: the nearest before each, in its sentence. */
function markedLists(text: string, lists: readonly ReferenceList[], markers: readonly Marker[]) {
  const marked = new Set<ReferenceList>();
  let next = 0;
  for (const { start } of markers) {
    while (next < lists.length && (lists[next]?.end ?? 0) <= start) next++;
    const list = lists[next - 1];
    if (list !== undefined && isInSentence(text, list.end, start)) marked.add(list);
  }
  return marked;
}
