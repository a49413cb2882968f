import type { RootContent } from "mdast";
import type { AnnexSection, MarkedRecommendation } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type Found, findRecommendations, type Reading } from "./find-recommendations.ts";
import { keyOfLabel } from "./forms.ts";

/** Finds the recommendations of a report and marks them in its tree, each with its label and an id of its own. Changes the content. */
export function markRecommendations(
  content: readonly RootContent[],
  reading: Reading,
  taken: ReadonlySet<string>,
  whole: readonly MarkedRecommendation[] = [],
): readonly MarkedRecommendation[] {
  const found = [...findRecommendations(content, reading)];
  for (const node of content) if (node.type === "annexSection") found.push(...inAnnex(node, reading, found));
  const labelled = withLabels(found, whole);
  const ids = new Set(taken);
  const places = new Map<Labelled, { readonly id: string; readonly first: Labelled }>();
  // What says itself that it is recommendation 3 is that before a paragraph with the number 3 is.
  for (const isSaid of [true, false]) {
    for (const one of labelled) {
      if (one.isSaid !== isSaid) continue;
      const wanted = `recommendation-${keyOfLabel(one.label)}`;
      const isOwnName = one.node.type === "numberedParagraph" && one.node.label === wanted;
      const id = isOwnName ? wanted : freeId(wanted, ids);
      const first = labelled.find((other) => places.has(other) && isSameRecommendation(other, one)) ?? one;
      places.set(one, { id, first });
    }
  }
  return labelled.flatMap((one) => {
    const { id = "", first = one } = places.get(one) ?? {};
    const others = labelled.filter((other) => other !== one && places.get(other)?.first === first);
    const next = others.find((other) => labelled.indexOf(other) > labelled.indexOf(one)) ?? others[0] ?? one;
    const { label, paragraph, isSaid, isWithheld } = one;
    one.node.data = {
      ...one.node.data,
      recommendation: { label, id, isSaid, leadsTo: places.get(next)?.id ?? id },
    };
    return first === one ? [{ label, id, paragraph, isWithheld, place: keyOfPlace(one) }] : [];
  });
}

type Labelled = Found & { readonly label: string };

/** Gives those without a label the next number that no other has. */
function withLabels(found: readonly Found[], whole: readonly MarkedRecommendation[]): readonly Labelled[] {
  const numbers = new Map(whole.map(({ place, label }) => [place, label]));
  const typed = new Set(found.flatMap(({ label }) => (label === undefined ? [] : [keyOfLabel(label)])));
  let last = 0;
  return found.map((one) => {
    const { label = numbers.get(keyOfPlace(one)), paragraph } = one;
    if (label !== undefined) {
      if (/^R?\d+$/.test(label) && label !== paragraph) last = Number(keyOfLabel(label));
      return { ...one, label };
    }
    do last++;
    while (typed.has(String(last)));
    return { ...one, label: String(last) };
  });
}

function isSameRecommendation(one: Labelled, other: Labelled): boolean {
  return keyOfLabel(one.label) === keyOfLabel(other.label) && isSame(one.words, other.words);
}

/** What an annex says under labels of the report's is another paper's, and none of it is the report's. */
function inAnnex(annex: AnnexSection, reading: Reading, before: readonly Found[]): readonly Found[] {
  const text = annex.writtenIn ?? reading.text;
  const found = findRecommendations(annex.children, { ...reading, text }, annex);
  const words = new Map(before.map((one) => [keyOfLabel(one.label ?? ""), one.words]));
  const isOther = found.some(({ label, words: own }) => {
    const known = words.get(keyOfLabel(label ?? ""));
    return known !== undefined && !isSame(known, own);
  });
  return isOther ? [] : found;
}

function isSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function keyOfPlace({ text, node }: Found): string {
  const { line, column } = placeOf(text, node);
  return `${text.path}:${line}:${column}`;
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let times = 2; ids.has(id); times++) id = `${wanted}-${times}`;
  ids.add(id);
  return id;
}
