import { ELSEWHERE, isElsewhere } from "./elsewhere.ts";
import { findQuotations, isWithin } from "./quotations.ts";
import type { Beside, Ownership, ReferenceGrammar } from "./reference-grammar.ts";
import { findReferenceLists, type ReferenceItem, type ReferenceList } from "./reference-lists.ts";
import { isInSentence, type SentenceAround, sentenceAround } from "./sentence-around.ts";

/** One item of a reference in running text that is this report's: the "14" of "paragraphs 14 and 16", or the "A" of "Annex A". */
export interface ReferencePhrase extends ReferenceItem {
  readonly kind: ReferenceList["kind"];
  /** The annex whose paragraph is named by its number alone: "paragraph 3 of Annex A". */
  readonly annex: string | undefined;
  /** How certain it is that this report's is meant, where what it names is not there: only "none" is not worth a warning. */
  readonly certainty: () => Certainty;
  /** What the words say of where it stands: "paragraph 14 above". */
  readonly direction: "above" | "below" | undefined;
  /** Whether it names one paragraph and the whole of it: not "14(a)", nor one of "paragraphs 14 to 17". */
  readonly isOneWhole: boolean;
}

/** The references of this report's own in a text, and the markers `{elsewhere}`, which go. */
export interface ReferencesFound {
  readonly phrases: readonly ReferencePhrase[];
  readonly markers: readonly Marker[];
}

/** A marker with the white space before it. */
interface Marker {
  readonly start: number;
  readonly end: number;
  /** Where the marker alone stands. */
  readonly word: { readonly start: number; readonly end: number };
}

/** "some" where another text is named before it in its block, "none" where a text of authority is in its sentence or the one before. */
type Certainty = "full" | "some" | "none";

/** "and": "paragraph 4 and paragraph 7"; "of": "paragraph 4 of Annex A"; "in": "Annex A, paragraph 4". */
type Joint = "and" | "of" | "in";

/** A list, whose it is, and how it hangs together with the one before it. */
interface Member {
  readonly list: ReferenceList;
  readonly ownership: Ownership;
  readonly joint: Joint | undefined;
  /** The annex of "paragraph 9 of that annex". */
  readonly annexAgain: string | undefined;
  /** Left alone for certain: by a marker, or because it is another's own words. */
  readonly isMarked: boolean;
  readonly certainty: () => Certainty;
  readonly direction: ReferencePhrase["direction"];
}

/** A list, and the languages that it is one in: "para 14" is both English and Welsh. */
interface FoundList {
  readonly list: ReferenceList;
  readonly grammars: readonly ReferenceGrammar[];
}

/**
 * Finds "paragraph 14", "paras 3–5", "Annexes A and B" and the like; other people's are left alone. Lists that hang together
 * ("paragraph 4 and paragraph 7 of the Schedule", "Annex A, paragraph 3, of the Code") have one owner.
 */
export function findReferences(text: string, grammars: readonly ReferenceGrammar[]): ReferencesFound {
  const found = findLists(text, grammars);
  if (found.length === 0 && !text.includes(ELSEWHERE)) return NOTHING;
  const lists = found.map(({ list }) => list);
  const markers = findMarkers(text);
  const quotations = findQuotations(text);
  const marked = markedLists(text, lists, markers);
  const joints = found.map((one, index) => jointOf(text, found[index - 1], one));
  let firstText: number | undefined;
  const chains: Member[][] = [];
  for (const [index, { list, grammars: own }] of found.entries()) {
    const joint = joints[index];
    const around = sentenceAround(text, list.start, list.end);
    const isOfThatAnnex = list.kind === "paragraph" && own.some(({ thatAnnex }) => thatAnnex.test(around.behind));
    const annexAgain = isOfThatAnnex ? lastAnnex(chains) : undefined;
    const isLastTheirs = chains.at(-1)?.some((member) => member.ownership === "theirs") ?? false;
    const beside = { isLastTheirs, isParagraphNext: joints[index + 1] === "in" };
    const ownership =
      annexAgain !== undefined ? "ours" : ownerIn(own, list, withoutAnnex(around, joint, joints[index + 1]), beside);
    const certainty = (): Certainty => {
      if (joint === "in" || own.some((grammar) => grammar.mentionsAuthority(around))) return "none";
      firstText ??= Math.min(...grammars.map((grammar) => grammar.firstTextNamed(text)));
      return list.start > firstText ? "some" : "full";
    };
    const isMarked = marked.has(list) || isWithin(quotations, list);
    const member: Member = {
      list,
      ownership,
      joint,
      annexAgain,
      isMarked,
      certainty,
      direction: own.map(({ directionOf }) => directionOf(around.behind)).find((direction) => direction !== undefined),
    };
    if (joint === undefined) chains.push([member]);
    else chains.at(-1)?.push(member);
  }
  return { phrases: chains.flatMap(phrasesOf), markers };
}

const NOTHING: ReferencesFound = { phrases: [], markers: [] };

/** The lists of all languages in the order of the text. What is one in two of them is the longer. */
function findLists(text: string, grammars: readonly ReferenceGrammar[]): readonly FoundList[] {
  const byStart = new Map<number, FoundList>();
  for (const grammar of grammars)
    for (const list of findReferenceLists(text, grammar.lists)) {
      const same = byStart.get(list.start);
      const longest = same !== undefined && same.list.end >= list.end ? same.list : list;
      byStart.set(list.start, { list: longest, grammars: [...(same?.grammars ?? []), grammar] });
    }
  return grammars.length === 1
    ? [...byStart.values()]
    : [...byStart.values()].sort((a, b) => a.list.start - b.list.start);
}

/** Where a list is one in two languages, each may know its owner; doubt makes it somebody else's. */
function ownerIn(
  grammars: readonly ReferenceGrammar[],
  list: ReferenceList,
  around: SentenceAround,
  beside: Beside,
): Ownership {
  const owners = grammars.map((grammar) => grammar.ownershipOf(list, around, beside));
  return (["ours", "theirs"] as const).find((owner) => owners.includes(owner)) ?? "unsaid";
}

/** The letter of the annex that was named last, where it is one and this report's. */
function lastAnnex(chains: readonly (readonly Member[])[]): string | undefined {
  const last = chains.at(-1)?.at(-1);
  if (last === undefined || last.list.kind !== "annex" || last.ownership === "theirs") return undefined;
  return last.list.items.length === 1 ? last.list.items[0]?.target : undefined;
}

/** The longest joint, white space and all. */
const LONGEST_JOINT = 12;

function jointOf(text: string, last: FoundList | undefined, found: FoundList): Joint | undefined {
  if (last === undefined || found.list.start - last.list.end > LONGEST_JOINT) return undefined;
  const { list } = found;
  const before = last.list;
  const between = text.slice(before.end, list.start).replace(/[ \n\u00a0]+/g, " ");
  const isJoint = (kind: Joint): boolean =>
    [...last.grammars, ...found.grammars].some(({ joints }) => joints[kind].test(between));
  if (before.kind === "paragraph" && list.kind === "annex" && isJoint("of")) return "of";
  if (before.kind === list.kind && before.items.at(-1)?.target === list.items[0]?.target) return undefined;
  if (before.kind === "annex" && list.kind === "paragraph" && isJoint("in")) return "in";
  return isJoint("and") ? "and" : undefined;
}

/** What a list says of the annex beside it is no one else's name. */
function withoutAnnex(around: SentenceAround, joint: Joint | undefined, next: Joint | undefined): SentenceAround {
  return {
    before: joint === "of" || joint === "in" ? "" : around.before,
    behind: next === "of" ? "" : around.behind,
    previous: around.previous,
  };
}

function phrasesOf(chain: readonly Member[]): readonly ReferencePhrase[] {
  const isTheirs = chain.some(({ ownership }) => ownership === "theirs");
  return chain.flatMap((member, index) => {
    const { list, ownership, certainty, direction } = member;
    const isMarked = member.isMarked || isAnnexMarked(chain, index);
    if (isMarked || (isTheirs && ownership !== "ours")) return [];
    const annexes = ownership === "ours" ? undefined : annexesBeside(chain, index);
    if (annexes !== undefined && annexes.length > 1) return [];
    const annex = member.annexAgain ?? annexes?.[0]?.target;
    return list.items.map((item) => ({
      ...item,
      kind: list.kind,
      annex: /^\d/.test(item.target) ? annex : undefined,
      certainty,
      direction,
      isOneWhole: list.items.length === 1 && item.end === item.targetEnd,
    }));
  });
}

function isAnnexMarked(chain: readonly Member[], index: number): boolean {
  const next = chain[index + 1];
  return next?.isMarked === true && next.joint !== "and";
}

/** The annexes whose paragraphs a list of paragraphs names: those behind "of", or those before it. */
function annexesBeside(chain: readonly Member[], index: number): readonly ReferenceItem[] | undefined {
  const next = chain[index + 1];
  if (next?.joint === "of") return next.list.items;
  return chain[index]?.joint === "in" ? chain[index - 1]?.list.items.slice(-1) : undefined;
}

/** The markers of a text, in order. */
export function findMarkers(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  for (let at = text.indexOf(ELSEWHERE); at !== -1; at = text.indexOf(ELSEWHERE, at + 1)) {
    if (!isElsewhere(text, at)) continue;
    const earliest = markers.at(-1)?.end ?? 0;
    let start = at;
    while (start > earliest && /\s/.test(text.charAt(start - 1))) start--;
    const end = at + ELSEWHERE.length;
    markers.push({ start, end, word: { start: at, end } });
  }
  return markers;
}

/** The lists that the markers leave alone: the nearest before each, in its sentence. */
function markedLists(
  text: string,
  lists: readonly ReferenceList[],
  markers: readonly Marker[],
): ReadonlySet<ReferenceList> {
  const marked = new Set<ReferenceList>();
  let next = 0;
  for (const { start } of markers) {
    while (next < lists.length && (lists[next]?.end ?? 0) <= start) next++;
    const list = lists[next - 1];
    if (list !== undefined && isInSentence(text, list.end, start)) marked.add(list);
  }
  return marked;
}
