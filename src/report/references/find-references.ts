import { ELSEWHERE, findMarkers, type Marker } from "../../text/elsewhere.ts";
import { findQuotations, isWithin } from "../../text/quotations.ts";
import type { Grammar } from "./languages.ts";
import { findChains, KINDS, type ReferenceItem, type ReferenceKind, type ReferenceList } from "./lists.ts";
import { readSentence, type Sentence, sentenceAround, sentencesOf } from "./sentence.ts";

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
  const sentences = sentencesOf(text);
  const quotations = findQuotations(text);
  const named = grammar.named.exec(text)?.index ?? text.length;
  const found: (readonly Reference[])[] = [];
  let next = text.length;
  for (const chain of chains.toReversed()) {
    const start = chain[0]?.start ?? 0;
    const end = chain.at(-1)?.end ?? start;
    const sentence = sentenceAround(text, sentences, start, end);
    const context = contextOf(sentence, chain, named < start, grammar);
    const isMarked = sentence.after.slice(0, next - end).includes(ELSEWHERE);
    if (context !== undefined && !isWithin(quotations, { start, end }))
      found.push(referencesOf(chain, context, isMarked));
    // A marker does not mean a number that is no reference: "paragraph 4, with 2.1 million {elsewhere}".
    if (context !== undefined || !isAlone(chain)) next = start;
  }
  return { phrases: found.reverse().flat(), markers };
}

/** Whether it is of numbers without a noun, which hang together with no others. */
function isAlone([list]: readonly ReferenceList[]): boolean {
  return list?.kind === "decimal" || list?.kind === "deep";
}

type Context = Pick<Reference, "certainty" | "direction" | "isDecided">;

/** What the words around a chain say of it, where they do not make it somebody else's. */
function contextOf(
  sentence: Sentence,
  chain: readonly ReferenceList[],
  isTextNamed: boolean,
  grammar: Grammar,
): Context | undefined {
  const { before, after } = sentence;
  const read = readSentence(sentence, grammar.mark);
  const kind = chain.find((list) => list.kind !== "annex")?.kind ?? "annex";
  const at = read.indexOf("§");
  const rule = grammar.rules.find(({ kinds, pattern }) => {
    pattern.lastIndex = at;
    return kinds.includes(kind) && pattern.test(read);
  });
  if (!(rule?.isInternal ?? !isAlone(chain))) return undefined;
  // A sentence of its own in brackets, "(Paragraph 12)", says where the report deals with what is before it.
  const isSentence = /^\(\s*$/.test(before) && /^\.?\)/.test(after);
  const [said, above] = grammar.direction.exec(after) ?? [];
  const direction = said === undefined ? undefined : above === undefined ? "below" : "above";
  const certainty = isSentence ? "full" : /(?<!this )~~|@/.test(read) ? "none" : isTextNamed ? "some" : "full";
  return { direction, isDecided: rule !== undefined, certainty };
}

function referencesOf(
  chain: readonly ReferenceList[],
  { certainty, direction, isDecided }: Context,
  isMarked: boolean,
): readonly Reference[] {
  // A marker leaves alone the last list, and what is of the annex that it names.
  const marked = isMarked ? chain.findLastIndex(({ joint }) => joint === undefined || joint === "and") : chain.length;
  return chain.slice(0, marked).flatMap((list, index) => {
    const next = chain[index + 1];
    const before = list.joint === "in" ? chain[index - 1]?.items.slice(-1) : [];
    const annexes = (next?.joint === "of" ? next.items : before) ?? [];
    if (annexes.length > 1) return [];
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
