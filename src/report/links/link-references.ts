import type { PhrasingContent, RootContent } from "mdast";
import { findWebAddresses } from "../../addresses/web-addresses.ts";
import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../model/source.ts";
import type { ParsedText } from "../../model/tree.ts";
import { numberInAnnex } from "../../text/annex-letters.ts";
import { findMarkers } from "../../text/elsewhere.ts";
import { type CompileContext, eachInlineBlock } from "../../text/inline-blocks.ts";
import { type InlineText, inlineText, lengthInText, pieceAt, placeInText } from "../../text/inline-text.ts";
import { type Replacement, replaceInText } from "../../text/replace-in-text.ts";
import { keyOfLabel, readLabel } from "../recommendations/forms.ts";
import { findReferences, type Reference } from "../references/find-references.ts";
import { type Grammar, grammarOf } from "../references/languages.ts";
import { misplacedReference } from "./misplaced-references.ts";
import { gatherAnchors, type Links, type LinkTargets, resolveLinks } from "./resolve-links.ts";

/** Resolves the links that the author made, and makes links of what the text refers to. Changes the content in place. */
export function refer(text: ParsedText, content: RootContent[], targets: LinkTargets, raise: Raise): Links {
  const anchors = gatherAnchors(content, targets);
  const links = resolveLinks(content, text, targets, anchors, raise);
  const own = [...anchors.keys()].map((id) => [id, id] as const);
  const paragraphs = new Map(
    [...targets.withheld, ...own].flatMap(([fragment, id]) =>
      fragment.startsWith("para-") && id !== undefined ? [[fragment.slice("para-".length), id]] : [],
    ),
  );
  const order = new Map([...anchors.keys()].map((id, index) => [id, index]));
  const recommendations = recommendationIds(targets.recommendations);
  const annexes = new Map(targets.annexes.map(({ letter, id }) => [letter, id]));
  const mentioned = new Set(links.annexes);
  const grammar = grammarOf(targets.lang);
  eachInlineBlock(content, text, (block, where) => {
    const inline = inlineText(block);
    const found = [
      ...referenceLinks(
        inline,
        where,
        grammar,
        { paragraph: paragraphs, annex: annexes, recommendation: recommendations, order },
        mentioned,
        raise,
      ),
      ...addressLinks(inline),
    ];
    if (found.length > 0)
      replaceInText(
        inline,
        found.sort((a, b) => a.start - b.start),
      );
  });
  return { ...links, annexes: mentioned };
}

/** Makes links of the addresses of the web that a text says, and takes markers out. Changes the content in place. */
export function linkWebAddresses(content: readonly RootContent[], text: ParsedText): void {
  eachInlineBlock(content, text, (block) => {
    const inline = inlineText(block);
    const found = [...markersToDrop(inline, findMarkers(inline.text)), ...addressLinks(inline)];
    if (found.length > 0)
      replaceInText(
        inline,
        found.sort((a, b) => a.start - b.start),
      );
  });
}

function addressLinks(inline: InlineText): readonly Replacement[] {
  return findWebAddresses(inline.text).map(({ start, end, url }) => ({ start, end, make: linkTo(url) }));
}

/** The ids of what can be referred to, by number and letter, and their order on the page. */
interface Ids {
  readonly paragraph: ReadonlyMap<string, string>;
  readonly annex: ReadonlyMap<string, string>;
  /** By the keys of their labels. */
  readonly recommendation: ReadonlyMap<string, string>;
  readonly order: ReadonlyMap<string, number>;
}

function referenceLinks(
  inline: InlineText,
  where: CompileContext,
  grammar: Grammar,
  ids: Ids,
  mentioned: Set<string>,
  raise: Raise,
): readonly Replacement[] {
  const { phrases, markers } = findReferences(inline.text, grammar);
  // What a block begins with is its own label.
  const [first] = inline.block.children;
  const emphasisEnd = first === undefined || first.type === "text" ? 0 : lengthInText(inline, first);
  const labelStart = readLabel(inline.text, emphasisEnd) === undefined ? undefined : 0;
  const found = markersToDrop(inline, markers);
  // The paragraphs that a quotation speaks of are those of what is quoted.
  for (const phrase of where.isQuoted === true ? [] : phrases) {
    const { kind, start, end, targetStart, targetEnd } = phrase;
    if (kind === "paragraph" && ids.paragraph.size === 0) continue;
    if (kind === "annex") mentioned.add(phrase.target);
    const target = targetOf(phrase);
    const id = ids[kind].get(target);
    const itself = { start: targetStart, end: targetEnd };
    const words = inOnePiece(inline, { start, end }, { start: targetStart, end }, itself);
    const place = (): Place => placeInText(where.text, inline, targetStart, targetEnd);
    if (kind === "recommendation" && start === labelStart) continue;
    if (id === undefined) {
      if (kind !== "recommendation" && isToBeMissed(phrase, inline, ids)) raise(missing(kind, target, place()));
      continue;
    }
    found.push({ ...words, make: linkTo(`#${id}`) });
    if (kind === "paragraph" && where.note === undefined) {
      const misplaced = misplacedReference(phrase, target, ids.order.get(where.id), ids.order.get(id), place);
      if (misplaced !== undefined) raise(misplaced);
    }
  }
  const isFound = (at: number): boolean => found.some(({ start, end }) => start <= at && at < end);
  const alone = where.isQuoted === true ? [] : labelsAlone(inline, ids.recommendation, labelStart);
  return [...found, ...alone.filter(({ start }) => !isFound(start))];
}

/** By key and by label: one that says itself that it is recommendation 3 goes before a paragraph with that number. */
function recommendationIds(recommendations: LinkTargets["recommendations"]): ReadonlyMap<string, string> {
  const last = recommendations.toReversed();
  const isFirstNamed = ({ label, id }: (typeof last)[number]): boolean => id === `recommendation-${keyOfLabel(label)}`;
  return new Map(
    [...last, ...last.filter(isFirstNamed)].flatMap(({ label, id }) => [
      [keyOfLabel(label), id] as const,
      [label, id] as const,
    ]),
  );
}

/** The "R2" of "see R2", where the report has a recommendation of that label. */
function labelsAlone(
  inline: InlineText,
  recommendations: Ids["recommendation"],
  labelStart: number | undefined,
): readonly Replacement[] {
  if (recommendations.size === 0) return [];
  return [...inline.text.matchAll(/(?<![\p{L}\p{N}/_#@.–-])R\d{1,3}(?![\p{L}\p{N}/%–-]|[.:]\d)/gu)].flatMap(
    ({ 0: label, index }) => {
      const id = recommendations.get(label);
      if (id === undefined || index === labelStart) return [];
      return [{ start: index, end: index + label.length, make: linkTo(`#${id}`) }];
    },
  );
}

/** What a reference names, as ids are found by it. */
function targetOf({ kind, annex, target }: Reference): string {
  if (kind === "recommendation") return keyOfLabel(target);
  return annex === undefined ? target : numberInAnnex(annex, target);
}

/**
 * Not where the author made a link of the words, nor of the paragraphs of an annex that is a file, nor of a number in the other
 * style of numbering, which is somebody else's for certain.
 */
function isToBeMissed(phrase: Reference, inline: InlineText, ids: Ids): boolean {
  const { kind, annex, target, targetStart, certainty } = phrase;
  if (pieceAt(inline, targetStart)?.isInLink || certainty() === "none") return false;
  if (annex !== undefined) return ids.paragraph.has(numberInAnnex(annex, "1"));
  if (kind === "annex" || !/^\d/.test(target)) return true;
  if (target.includes(".")) return ids.paragraph.has(target.replace(/\d+/g, "1"));
  return certainty() === "full" || Number(target) <= SLIP * ids.paragraph.size;
}

/** A number that is this many times as high as the report has paragraphs is no slip of the author's, where another text is named. */
const SLIP = 2;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first of some stretches that lies in one text node: words that are partly in emphasis cannot be replaced. */
function inOnePiece(inline: InlineText, widest: Stretch, ...narrower: readonly Stretch[]): Stretch {
  return [widest, ...narrower].find(({ start, end }) => pieceAt(inline, start) === pieceAt(inline, end - 1)) ?? widest;
}

function markersToDrop(inline: InlineText, markers: ReturnType<typeof findMarkers>): Replacement[] {
  return markers.map((marker) => ({ ...inOnePiece(inline, marker, marker.word), make: nothing }));
}

const nothing = (): PhrasingContent => ({ type: "text", value: "" });

function missing(kind: "paragraph" | "annex", target: string, place: Place): Finding {
  const message = `there is no ${kind} ${target} in this report`;
  const what = kind === "annex" ? "letter" : "number";
  const fix = `check the ${what}; if another document's is meant, put {elsewhere} behind it`;
  return { rule: "reference-missing", place, message, fix };
}

/** Within the words of a link there is no other link. */
function linkTo(url: string): Replacement["make"] {
  return (children: PhrasingContent[], isInLink: boolean): PhrasingContent => {
    const [only] = children;
    return isInLink && only !== undefined ? only : { type: "link", url, children };
  };
}
