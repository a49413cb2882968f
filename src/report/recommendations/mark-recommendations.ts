import type { RootContent } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { AnnexSection, MarkedRecommendation } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type Found, findRecommendations, type Reading } from "./find-recommendations.ts";
import { keyOfLabel } from "./forms.ts";

/** What is known beside the text. */
export interface Known {
  /** Ids that authors gave. */
  readonly labels: ReadonlySet<string>;
  /**
   * The recommendations of the whole of a report, where this is its public part: what has no label of its own keeps its
   * number.
   */
  readonly whole: readonly MarkedRecommendation[];
}

type Labelled = Found & { readonly label: string; readonly key: string };

/** One recommendation: the same words under the same label, wherever they are. */
interface Group {
  readonly members: Labelled[];
  readonly ids: Map<Labelled, string>;
}

/**
 * Finds the recommendations of a report and marks them in its tree, each with its label and an id of its own; the first
 * place of one that is there twice has its address, and each place leads to the next. Changes the content.
 */
export function markRecommendations(
  content: readonly RootContent[],
  reading: Reading,
  { labels, whole }: Known,
  raise: Raise,
): readonly MarkedRecommendation[] {
  const found = [...findRecommendations(content, reading)];
  for (const node of content) if (node.type === "annexSection") found.push(...inAnnex(node, reading, found));
  const labelled = withLabels(found, whole);
  const groups = groupsOf(labelled);
  raiseOtherWords(groups, raise);
  const nextId = idsBeside(labels);
  // What says itself that it is recommendation 3 has that address before a paragraph with the number 3.
  const says = ({ members }: Group): boolean => members.some(({ isSaid }) => isSaid);
  const inTurn = [...groups.values()];
  for (const { members, ids } of [...inTurn.filter(says), ...inTurn.filter((group) => !says(group))])
    for (const one of members) ids.set(one, isNamedSo(one) ? addressOf(one) : nextId(addressOf(one)));
  return [...groups.values()].flatMap(({ members, ids }) => {
    for (const [index, { node, label, isSaid }] of members.entries()) {
      const next = members[(index + 1) % members.length];
      const [id = "", leadsTo = ""] = [members[index], next].map((one) => one && ids.get(one));
      node.data = { ...node.data, recommendation: { label, id, isSaid, leadsTo } };
    }
    return members.slice(0, 1).map((first) => {
      const { label, paragraph, isSaid, isWithheld } = first;
      return {
        label,
        id: [...ids.values()].find((id) => id === addressOf(first)) ?? ids.get(first) ?? "",
        ids: [...ids.values()],
        paragraph,
        isSaid,
        isWithheld,
        place: keyOfPlace(first),
      };
    });
  });
}

function addressOf({ key }: Labelled): string {
  return `recommendation-${key}`;
}

/** Whether the author's own label of a paragraph is the address that it has as a recommendation. */
function isNamedSo(one: Labelled): boolean {
  return one.node.type === "numberedParagraph" && one.node.label === addressOf(one);
}

/** Gives those without a label the next number that no other has. */
function withLabels(found: readonly Found[], whole: readonly MarkedRecommendation[]): readonly Labelled[] {
  const numbers = new Map(whole.map(({ place, label }) => [place, label]));
  const typed = new Set(found.flatMap(({ label }) => (label === undefined ? [] : [keyOfLabel(label)])));
  for (const { label } of whole) typed.add(keyOfLabel(label));
  let last = 0;
  return found.map((one) => {
    const { label = numbers.get(keyOfPlace(one)), paragraph, isSaid } = one;
    if (label !== undefined) {
      const key = keyOfLabel(label);
      if (/^\d+$/.test(key) && (isSaid || label !== paragraph)) last = Number(key);
      return { ...one, label, key };
    }
    do last++;
    while (typed.has(String(last)));
    return { ...one, label: String(last), key: String(last) };
  });
}

function groupsOf(labelled: readonly Labelled[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const one of labelled) {
    const identity = identityOf(one);
    const known = groups.get(identity);
    if (known === undefined) groups.set(identity, { members: [one], ids: new Map() });
    else known.members.push(one);
  }
  return groups;
}

function identityOf({ key, words }: Labelled): string {
  return `${key} ${bare(words)}`;
}

/**
 * Two recommendations of one label: nobody could tell which is meant. The number of a paragraph is no label of that
 * kind.
 */
function raiseOtherWords(groups: ReadonlyMap<string, Group>, raise: Raise): void {
  const byKey = new Map<string, Labelled>();
  for (const { members } of groups.values()) {
    const [one] = members.filter(({ label, paragraph, isSaid }) => isSaid || label !== paragraph);
    if (one === undefined) continue;
    const first = byKey.get(one.key);
    if (first === undefined) {
      byKey.set(one.key, one);
      continue;
    }
    raise({
      rule: "recommendation-twice",
      place: placeOf(one.text, one.node),
      message: `recommendation ${one.label} has other words here than where it comes first`,
      fix: "give it its own label, or the same words in both places",
      related: { message: "it comes first here", place: placeOf(first.text, first.node) },
    });
  }
}

/** What an annex says under labels of the report's is another paper's, and none of it is the report's. */
function inAnnex(annex: AnnexSection, reading: Reading, before: readonly Found[]): readonly Found[] {
  const text = annex.writtenIn ?? reading.text;
  const found = findRecommendations(annex.children, { ...reading, text }, annex);
  const words = new Map(before.map((one) => [keyOfLabel(one.label ?? ""), bare(one.words)]));
  const isOther = found.some(({ label, words: own }) => {
    const known = label === undefined ? undefined : words.get(keyOfLabel(label));
    return known !== undefined && known !== bare(own);
  });
  return isOther ? [] : found;
}

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function keyOfPlace({ text, node }: Found): string {
  const { line, column } = placeOf(text, node);
  return `${text.path}:${line}:${column}`;
}

/** Gives ids apart from those that are taken, and from each other. */
function idsBeside(taken: ReadonlySet<string>): (wanted: string) => string {
  const given = new Set(taken);
  const times = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let time = times.get(wanted) ?? 1;
    for (; given.has(id); id = `${wanted}-${time}`) time++;
    times.set(wanted, time);
    given.add(id);
    return id;
  };
}
