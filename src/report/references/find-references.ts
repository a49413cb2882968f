import { countWhile } from "../../text/count-while.ts";
import { findMarkers, type Marker } from "../../text/elsewhere.ts";
import { findQuotations, isWithin } from "../../text/quotations.ts";
import type { Grammar } from "./languages.ts";
import { findChains, KINDS, type ReferenceItem, type ReferenceKind, type ReferenceList } from "./lists.ts";
import { type Sentence, sentenceAround, sentenceAt, sentencesOf } from "./sentence.ts";
import { readSentence } from "./whose.ts";

/** One label of an internal reference in running text: the "14" of "paragraphs 14 and 16", or the "A" of "Annex A". */
export interface Reference extends ReferenceItem {
  readonly kind: ReferenceKind;
  /** The annex whose paragraph is named by its number alone: "paragraph 3 of Annex A". */
  readonly annex: string | undefined;
  /**
   * How certain it is that this report's is meant, where what it names is not there; only "none" is not worth a
   * warning: its sentence or the one before names a text that has paragraphs of its own. "some" is where its block
   * does before it.
   */
  readonly certainty: "full" | "some" | "none";
  /** Whether the words around it say that it is this report's. */
  readonly isDecided: boolean;
  /** What the words say of where it is: "paragraph 14 above". */
  readonly direction: "above" | "below" | undefined;
  /** Whether it names one paragraph and the whole of it: not "14(a)", nor one of "paragraphs 14 to 17". */
  readonly isOneWhole: boolean;
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
  const chains = grammar.lists.hint.test(text) ? findChains(text, grammar.lists) : [];
  if (chains.length === 0) return { phrases: [], markers };
  const lists = chains.flat();
  const sentences = sentencesOf(text);
  const quotations = findQuotations(text);
  // A marker leaves alone the nearest list before it, in its sentence.
  const marked = new Set(
    markers.map(({ start }) => {
      const nearest = lists[countWhile(lists, ({ end }) => end <= start) - 1];
      return nearest && sentenceAt(sentences, nearest.end) === sentenceAt(sentences, start) ? nearest : undefined;
    }),
  );
  const isLeft = (list: ReferenceList): boolean => marked.has(list) || isWithin(quotations, list);
  const named = grammar.named.exec(text)?.index ?? text.length;
  const phrases = chains.flatMap((chain) => {
    const start = chain[0]?.start ?? 0;
    const sentence = sentenceAround(text, sentences, start, chain.at(-1)?.end ?? start);
    const context = contextOf(sentence, chain, named < start, grammar);
    return context === undefined ? [] : referencesOf(chain, context, isLeft);
  });
  return { phrases, markers };
}

type Context = Pick<Reference, "certainty" | "direction" | "isDecided">;

/** What the words around a chain say of it, where they do not make it somebody else's. */
function contextOf(
  sentence: Sentence,
  chain: readonly ReferenceList[],
  isTextNamed: boolean,
  { rules, mark, above, below }: Grammar,
): Context | undefined {
  const { before, after } = sentence;
  const read = readSentence(sentence, mark);
  const kind = chain.find((list) => list.kind !== "annex")?.kind ?? "annex";
  const at = read.indexOf("§");
  const rule = rules.find(({ kinds, pattern }) => {
    pattern.lastIndex = at;
    return kinds.includes(kind) && pattern.test(read);
  });
  const isAlone = kind === "decimal" || kind === "deep";
  if (!(rule?.isInternal ?? !isAlone)) return undefined;
  // A sentence of its own in brackets, "(Paragraph 12)", says where the report deals with what is before it.
  const isSentence = /^\(\s*$/.test(before) && /^\.?\)/.test(after);
  const direction = above.test(after) ? "above" : below.test(after) ? "below" : undefined;
  const certainty = isSentence ? "full" : /(?<!this )~~|@/.test(read) ? "none" : isTextNamed ? "some" : "full";
  return { direction, isDecided: rule !== undefined, certainty };
}

function referencesOf(
  chain: readonly ReferenceList[],
  { certainty, direction, isDecided }: Context,
  isLeft: (list: ReferenceList) => boolean,
): readonly Reference[] {
  return chain.flatMap((list, index) => {
    const next = chain[index + 1];
    const isOfNext = next !== undefined && next.joint !== "and";
    const before = list.joint === "in" ? chain[index - 1]?.items.slice(-1) : [];
    const annexes = (next?.joint === "of" ? next.items : before) ?? [];
    if (isLeft(list) || (isOfNext && isLeft(next)) || annexes.length > 1) return [];
    return list.items.map((item) => ({
      ...item,
      // A number without a noun is a paragraph's.
      kind: KINDS.find((kind) => kind === list.kind) ?? "paragraph",
      annex: /^\d/.test(item.target) ? annexes[0]?.target : undefined,
      certainty: list.joint === "in" ? "none" : certainty,
      isDecided,
      direction: next === undefined ? direction : undefined,
      isOneWhole: list.items.length === 1 && item.end === item.targetEnd,
    }));
  });
}
