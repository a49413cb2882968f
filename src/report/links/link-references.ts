import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { findWebAddresses } from "../../addresses/web-addresses.ts";
import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../model/source.ts";
import type { NumberedText } from "../../model/tree.ts";
import { numberInAnnex } from "../../text/annex-letters.ts";
import { findMarkers } from "../../text/elsewhere.ts";
import { type BlockContext, eachInlineBlock } from "../../text/inline-blocks.ts";
import { type InlineText, inlineText, lengthInText, pieceAt, placeInText } from "../../text/inline-text.ts";
import { type Replacement, replaceInText } from "../../text/replace-in-text.ts";
import { readHeadingNumber } from "../numbering/heading-numbers.ts";
import { keyOfLabel, readLabel } from "../recommendations/forms.ts";
import { findReferences, type Reference } from "../references/find-references.ts";
import { type Grammar, grammarOf } from "../references/languages.ts";
import type { ReferenceKind } from "../references/lists.ts";
import { numberedCaptions } from "./heading-ids.ts";
import { misplacedReference } from "./misplaced-references.ts";
import { gatherAnchors, type Links, type LinkTargets, resolveLinks } from "./resolve-links.ts";

/** Resolves the links that the author made, and makes links of what the text refers to. Changes the content in place. */
export function refer(text: NumberedText, content: RootContent[], targets: LinkTargets, raise: Raise): Links {
  const anchors = gatherAnchors(content, targets);
  const links = resolveLinks(content, text, { targets, anchors }, raise);
  const own = [...anchors.keys()].map((id) => [id, id] as const);
  const paragraphs = new Map(
    [...targets.withheld, ...own].flatMap(([fragment, id]) =>
      fragment.startsWith("para-") && id !== undefined ? [[fragment.slice("para-".length), id]] : [],
    ),
  );
  const order = new Map([...anchors.keys()].map((id, index) => [id, index]));
  const ids: Ids = {
    paragraph: paragraphs,
    annex: new Map(targets.annexes.map(({ letter, id }) => [letter, id])),
    recommendation: recommendationIds(targets.recommendations),
    ...gatherNumbered(content, paragraphs),
    order,
    isDecimal: [...paragraphs.keys()].some((number) => /^\d+\.\d/.test(number)),
  };
  const mentioned = new Set(links.annexes);
  const missed = new Set<string>();
  const entries: (readonly [annex: string, finding: Finding])[] = [];
  const referring: Referring = {
    grammar: grammarOf(targets.lang),
    ids,
    mentioned,
    raise,
    miss: (finding, annex, isEntry) => {
      if (annex !== undefined && isEntry) entries.push([annex, finding]);
      else raise(finding);
      if (annex !== undefined && !isEntry) missed.add(annex);
    },
  };
  const [only, ...others] = targets.annexes;
  eachInlineBlock(content, text, (block, where) => {
    const inline = inlineText(block);
    // The only annex needs no letter: "an account is attached".
    if (only !== undefined && others.length === 0 && ATTACHED.test(inline.text)) mentioned.add(only.letter);
    const found = [...referenceLinks(inline, where, referring), ...addressLinks(inline)];
    if (found.length > 0)
      replaceInText(
        inline,
        found.sort((a, b) => a.start - b.start),
      );
  });
  // A list of appendices names again what the text refers to.
  for (const [annex, finding] of entries) if (!missed.has(annex)) raise(finding);
  return { ...links, annexes: mentioned };
}

const ATTACHED =
  /(?<!\p{L})(?:attached|appended|enclosed|annexed|accompanying|ynghlwm|atodedig|(?:atodir|amgaeir))(?!\p{L})(?! (?:great |much |no |little )?(?:importance|weight|value))/iu;

/** What goes before an entry of a list of annexes on its line. */
const OF_A_LIST =
  /^(?:(?:list of )?(?:annex(?:e?s)?|appendix|appendices|attachments?|enclosures?|atodiadau?) ?:\s*)?$/i;

/** What the references of a text are read with, and what is made known of them. */
interface Referring {
  readonly grammar: Grammar;
  readonly ids: Ids;
  /** The letters of the annexes that the text mentions; more are added. */
  readonly mentioned: Set<string>;
  readonly raise: Raise;
  /** Takes what is missing, with the letter where it is an annex, and whether a line of a list of annexes names it. */
  readonly miss: (finding: Finding, annex: string | undefined, isEntry: boolean) => void;
}

/** Makes links of the addresses of the web that a text says, and takes markers out. Changes the content in place. */
export function linkWebAddresses(content: readonly RootContent[], text: NumberedText): void {
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

/**
 * The ids of what can be referred to, by number and letter, recommendations by the keys of their labels; and their
 * order on the page.
 */
interface Ids extends Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>> {
  readonly order: ReadonlyMap<string, number>;
  readonly isDecimal: boolean;
}

/**
 * Sections by the numbers that readers see, tables and figures by those of their captions; a number that comes twice
 * names none.
 */
function gatherNumbered(content: readonly RootContent[], paragraphs: ReadonlyMap<string, string>) {
  const found = {
    section: new Map<string, string>(),
    table: new Map<string, string>(),
    figure: new Map<string, string>(),
  };
  const twice = new Set<string>();
  const add = (kind: keyof typeof found, number: string, id: string): void => {
    if (found[kind].has(number)) twice.add(`${kind} ${number}`);
    found[kind].set(number, id);
  };
  const walk = (node: Nodes): void => {
    if (node.type === "heading" && node.data?.id !== undefined && node.data.section !== undefined) {
      const { id, number, section } = node.data;
      const isShown = number !== undefined || readHeadingNumber(node) !== undefined || paragraphs.has(`${section}.1`);
      if (isShown) add("section", section, id);
    }
    if ("children" in node) for (const child of node.children) walk(child);
  };
  for (const node of content) walk(node);
  for (const { caption, kind, number } of numberedCaptions(content))
    if (caption.data?.id !== undefined) add(kind, number, caption.data.id);
  for (const kind of ["section", "table", "figure"] as const)
    for (const number of [...found[kind].keys()]) if (twice.has(`${kind} ${number}`)) found[kind].delete(number);
  return found;
}

/** In decimal reports people say "paragraph 2" of a whole section, and "section 2.1" of a paragraph. */
function idOf({ kind }: Reference, target: string, ids: Ids): string | undefined {
  const own = ids[kind].get(target);
  if (own !== undefined) return own;
  if (kind === "section") return target.includes(".") ? ids.paragraph.get(target) : undefined;
  return kind === "paragraph" && ids.isDecimal ? ids.section.get(target) : undefined;
}

function referenceLinks(
  inline: InlineText,
  where: BlockContext,
  { grammar, ids, mentioned, raise, miss }: Referring,
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
    // A caption begins with its own number.
    if (inline.block.type === "caption" && start === 0) continue;
    if (kind === "annex") mentioned.add(phrase.target);
    const target = targetOf(phrase);
    const id = idOf(phrase, target, ids);
    const itself = { start: targetStart, end: targetEnd };
    const words = inOnePiece(inline, { start, end }, { start: targetStart, end }, itself);
    const place = (): Place => placeInText(where.text, inline, targetStart, targetEnd);
    if (kind === "recommendation" && start === labelStart) continue;
    if (id === undefined) {
      const isEntry = OF_A_LIST.test(inline.text.slice(0, start)) && /^ ?[:–—-]/.test(inline.text.slice(end));
      if (kind !== "recommendation" && isToBeMissed(phrase, inline, ids))
        miss(missing(kind, target, place()), kind === "annex" ? target : undefined, isEntry);
      continue;
    }
    found.push({ ...words, make: linkTo(`#${id}`) });
    if (kind === "paragraph" && where.note === undefined && ids.paragraph.has(target)) {
      const misplaced = misplacedReference(phrase, { here: ids.order.get(where.id), there: ids.order.get(id) }, place);
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
 * Not where the author made a link of the words, nor of the paragraphs of an annex that is a file, nor of a number in
 * the other style of numbering, which is somebody else's for certain.
 */
function isToBeMissed(phrase: Reference, inline: InlineText, ids: Ids): boolean {
  const { kind, annex, target, targetStart, certainty, isDecided } = phrase;
  if (pieceAt(inline, targetStart)?.isInLink) return false;
  // "The guidance set out in Appendix 8" is this report's, whatever text the sentence names.
  if (certainty === "none" && !(kind === "annex" && isDecided)) return false;
  if (kind === "table" || kind === "figure" || kind === "section") return isNumberMissed(phrase, ids);
  if (annex !== undefined) return ids.paragraph.has(numberInAnnex(annex, "1"));
  if (kind === "annex" || !/^\d/.test(target)) return true;
  if (target.includes(".")) return ids.paragraph.has(target.replace(/\d+/g, "1"));
  return certainty === "full" || Number(target) <= SLIP * ids.paragraph.size;
}

/**
 * Other texts have sections and tables, too: so only where the report numbers its own, and the sentence says that it
 * means them.
 */
function isNumberMissed({ kind, target, direction, isDecided, certainty }: Reference, ids: Ids): boolean {
  const { size } = ids[kind];
  if (size === 0 || direction !== undefined) return size > 0;
  if (Number.parseInt(target, 10) > SLIP * size) return false;
  return certainty === "full" && (isDecided || kind !== "section");
}

/**
 * A number that is this many times as high as the report has paragraphs is no slip of the author's, where another text
 * is named.
 */
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

function missing(kind: ReferenceKind, target: string, place: Place): Finding {
  const message = `there is no ${kind} ${target} in this report`;
  const what = kind === "annex" ? "letter" : "number";
  const fix = `check the ${what}; if another document's is meant, put {elsewhere} after it`;
  return { rule: "reference-missing", place, message, fix };
}

/** Within the words of a link there is no other link. */
function linkTo(url: string): Replacement["make"] {
  return (children: PhrasingContent[], isInLink: boolean): PhrasingContent => {
    const [only] = children;
    return isInLink && only !== undefined ? only : { type: "link", url, children };
  };
}
