import type { Nodes, RootContent } from "mdast";
import type { AnnexSection, MarkedRecommendation, ParsedText } from "../../model/tree.ts";
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
  const numbers = new Map(whole.map(({ place, label }) => [place, label]));
  const typed = new Set(found.flatMap(({ label }) => (label === undefined ? [] : [keyOfLabel(label)])));
  const ids = new Set(taken);
  const marked: (MarkedRecommendation & { readonly words: string })[] = [];
  let last = 0;
  for (const one of found) {
    const place = keyOfPlace(one.text, one.node);
    let label = one.label ?? numbers.get(place);
    if (label === undefined) {
      do last++;
      while (typed.has(String(last)));
      label = String(last);
    } else if (/^R?\d+$/.test(label) && label !== one.paragraph) last = Number(keyOfLabel(label));
    const key = keyOfLabel(label);
    const first = marked.find((other) => keyOfLabel(other.label) === key && isSame(other.words, one.words));
    const id = freeId(`recommendation-${key}`, ids);
    one.node.data = { ...one.node.data, recommendation: { label, id, isSaid: one.isSaid, leadsTo: first?.id ?? id } };
    if (first === undefined)
      marked.push({ label, id, paragraph: one.paragraph, isWithheld: one.isWithheld, place, words: one.words });
  }
  return marked.map(({ words: _words, ...recommendation }) => recommendation);
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

function keyOfPlace(text: ParsedText, node: Nodes): string {
  const { line, column } = placeOf(text, node);
  return `${text.path}:${line}:${column}`;
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let times = 2; ids.has(id); times++) id = `${wanted}-${times}`;
  ids.add(id);
  return id;
}
