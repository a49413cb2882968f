import type { Heading, Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ParsedText, Place } from "../model.ts";
import { placeOf } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";
import type { Definition, Entry, Passage, PassageUses } from "./abbreviation-uses.ts";
import { comparable } from "./comparable-long-forms.ts";
import type { ProseDefinition } from "./definitions-in-prose.ts";
import { placeInText } from "./inline-text.ts";

/** All that is known of a report's abbreviations before they are marked. */
export interface AbbreviationFindings {
  readonly text: ParsedText;
  readonly content: readonly RootContent[];
  readonly passages: readonly Passage[];
  readonly definitions: readonly Definition[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly uses: readonly PassageUses[];
  readonly title: { readonly text: string; readonly place: () => Place };
}

/** A definition in running text, and the block that it stands in. */
interface Placed {
  readonly passage: Passage;
  readonly index: number;
  readonly definition: ProseDefinition;
}

/** Raises what readers would stumble over: short forms that come before they are explained, or are explained and not used, and the like. */
export function checkAbbreviations(found: AbbreviationFindings, raise: Raise): void {
  const placed = definitionsInText(found.passages);
  raiseUnused(found, raise);
  raiseTwice(placed, raise);
  raiseListDiffers(found, raise);
  raiseBeforeDefinition(found, placed, raise);
  raiseInHeading(found, placed, raise);
  raiseLongFormAgain(found, placed, raise);
  raiseWordRepeated(found, raise);
}

function definitionsInText(passages: readonly Passage[]): ReadonlyMap<string, readonly Placed[]> {
  const placed = new Map<string, Placed[]>();
  for (const [index, passage] of passages.entries()) {
    for (const definition of passage.definitions) {
      const known = placed.get(definition.short);
      if (known === undefined) placed.set(definition.short, [{ passage, index, definition }]);
      else known.push({ passage, index, definition });
    }
  }
  return placed;
}

function placeOfDefinition({ passage, definition }: Placed): Place {
  return placeInText(passage.where.text, passage.inline, definition.shortStart, definition.shortEnd);
}

/** What the report's own list explains, and nothing uses; and what is explained and used once, in its explanation. */
function raiseUnused({ definitions, entries, uses }: AbbreviationFindings, raise: Raise): void {
  const counts = new Map<Entry, number>();
  for (const { matches } of uses) for (const { entry } of matches) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const seen = new Set<string>();
  for (const { short, place } of definitions) {
    const entry = entries.get(short);
    if (entry === undefined || place === undefined || seen.has(short)) continue;
    seen.add(short);
    const count = counts.get(entry) ?? 0;
    if (count === 0 && entry.isDeclared) {
      const message = `${short} is explained here, and the text never uses it`;
      raise({ rule: "abbreviation-unused", place, message, fix: "take it out, or use it in the text" });
    } else if (count === 1 && !entry.isDeclared) {
      const message = `${short} is explained here, and not used again`;
      raise({ rule: "abbreviation-used-once", place, message, fix: "leave the short form out: the words alone do" });
    }
  }
}

function raiseTwice(placed: ReadonlyMap<string, readonly Placed[]>, raise: Raise): void {
  for (const [short, [first, ...others]] of placed) {
    for (const other of others) {
      if (first === undefined || comparable(first.definition.long) !== comparable(other.definition.long)) continue;
      raise({
        rule: "abbreviation-defined-twice",
        place: placeOfDefinition(other),
        message: `${short} is explained here a second time`,
        fix: `write ${short} alone: its readers know it by now`,
        related: { message: "first explained here", place: placeOfDefinition(first) },
      });
    }
  }
}

/** The report's list and its text may mean the same in different words: then one of the two was not kept up. */
function raiseListDiffers({ definitions }: AbbreviationFindings, raise: Raise): void {
  const inText = new Map(definitions.filter(({ isDeclared }) => !isDeclared).map((one) => [one.short, one]));
  for (const { short, long, place, isListed } of definitions) {
    const other = inText.get(short);
    if (!isListed || place === undefined || other === undefined) continue;
    const isSame = plain(other.long) === plain(long) || comparable(other.long) !== comparable(long);
    if (isSame) continue;
    raise({
      rule: "abbreviation-list-differs",
      place,
      message: `${short} is "${long}" in this list, and "${other.long}" in the text`,
      fix: "write it the same in both",
      related: other.place && { message: "in the text", place: other.place },
    });
  }
}

function plain(long: string): string {
  return long.toLowerCase().replace(/\s+/g, " ").replace(/s\b/g, "");
}

/** Where only the text explains a short form, it does so at the first use. A list explains from the start. */
function onlyInText(
  { entries }: AbbreviationFindings,
  placed: ReadonlyMap<string, readonly Placed[]>,
): readonly (readonly [Entry, Placed])[] {
  return [...placed].flatMap(([short, [first]]) => {
    const entry = entries.get(short);
    return entry === undefined || first === undefined || entry.isDeclared ? [] : [[entry, first] as const];
  });
}

function raiseBeforeDefinition(
  found: AbbreviationFindings,
  placed: ReadonlyMap<string, readonly Placed[]>,
  raise: Raise,
): void {
  const firstUses = new Map<Entry, { readonly index: number; readonly start: number; readonly end: number }>();
  for (const [index, { matches }] of found.uses.entries())
    for (const { entry, start, end } of matches) if (!firstUses.has(entry)) firstUses.set(entry, { index, start, end });
  for (const [entry, first] of onlyInText(found, placed)) {
    const use = firstUses.get(entry);
    const passage = use && found.passages[use.index];
    if (use === undefined || passage === undefined) continue;
    const isBefore = use.index < first.index || (use.index === first.index && use.start < first.definition.shortStart);
    if (!isBefore) continue;
    raise({
      rule: "abbreviation-before-definition",
      place: placeInText(passage.where.text, passage.inline, use.start, use.end),
      message: `${entry.short} is used here, and explained only further on`,
      fix: `write "${entry.long} (${entry.short})" here`,
      related: { message: "explained here", place: placeOfDefinition(first) },
    });
  }
}

/** Headings and the title stay free of marks, so a short form in one should be known by then. */
function raiseInHeading(
  found: AbbreviationFindings,
  placed: ReadonlyMap<string, readonly Placed[]>,
  raise: Raise,
): void {
  const headings = headingsOf(found.content, found.text);
  for (const [{ short, long }, first] of onlyInText(found, placed)) {
    const rest = { rule: "abbreviation-in-heading", fix: `write "${long}" there` } as const;
    const related = { message: "explained here", place: placeOfDefinition(first) };
    const isIn = (words: string): boolean => words.split(/[^\p{L}\p{N}&/-]+/u).includes(short);
    const heading = headings.find(({ heading, text }) => {
      const offset = first.passage.inline.pieces[0]?.node.position?.start.offset ?? 0;
      const isAbove = text === first.passage.where.text && (heading.position?.start.offset ?? 0) < offset;
      return isAbove && isIn(textOf(heading));
    });
    if (heading !== undefined) {
      const message = `${short} stands in this heading, and is explained only below it`;
      raise({ ...rest, place: placeOf(heading.text, heading.heading), message, related });
    }
    if (isIn(found.title.text)) {
      const message = `${short} stands in the title, where nothing explains it`;
      raise({ ...rest, place: found.title.place(), message, related });
    }
  }
}

function headingsOf(
  content: readonly RootContent[],
  text: ParsedText,
): readonly { readonly heading: Heading; readonly text: ParsedText }[] {
  return content.flatMap((node: Nodes) => {
    if (node.type === "heading") return [{ heading: node, text }];
    const inner = node.type === "annexSection" ? (node.writtenIn ?? text) : text;
    const isSection =
      node.type === "annexSection" || node.type === "exemptPassage" || node.type === "numberedParagraph";
    return isSection ? headingsOf(node.children, inner) : [];
  });
}

function raiseLongFormAgain(
  found: AbbreviationFindings,
  placed: ReadonlyMap<string, readonly Placed[]>,
  raise: Raise,
): void {
  const wanted = new Map<string, readonly [Entry, Placed]>();
  for (const [entry, first] of onlyInText(found, placed)) {
    const words = wordsIn(entry.long);
    if (words.length > 1) wanted.set(words.join(" "), [entry, first]);
  }
  if (wanted.size === 0) return;
  const phrases = [...wanted.keys()].sort((a, b) => b.length - a.length);
  const pattern = phrases.map((phrase) => phrase.split(" ").map(escaped).join("[\\s\\u2010-\\u2015-]+")).join("|");
  const search = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "giu");
  const raised = new Set<Entry>();
  for (const [index, { inline, where, definitions }] of found.passages.entries()) {
    for (const match of inline.text.matchAll(search)) {
      const [entry, first] = wanted.get(wordsIn(match[0]).join(" ")) ?? [];
      if (entry === undefined || first === undefined || raised.has(entry)) continue;
      const end = match.index + match[0].length;
      const isAfter = index > first.index || (index === first.index && match.index > first.definition.shortEnd);
      const isInDefinition = definitions.some(({ longStart, longEnd }) => match.index < longEnd && end > longStart);
      if (!isAfter || isInDefinition) continue;
      raised.add(entry);
      raise({
        rule: "abbreviation-long-form-again",
        place: placeInText(where.text, inline, match.index, end),
        message: `"${entry.long}" is written out again here, though ${entry.short} stands for it`,
        fix: `write ${entry.short}, or leave the short form out everywhere`,
        related: { message: "explained here", place: placeOfDefinition(first) },
      });
    }
  }
}

function wordsIn(phrase: string): readonly string[] {
  return phrase
    .toLowerCase()
    .split(/[\s\u2010-\u2015-]+/u)
    .filter((word) => word !== "");
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** "HMICFRS Services": the short form holds the word that follows it. */
function raiseWordRepeated({ uses }: AbbreviationFindings, raise: Raise): void {
  for (const { passage, matches } of uses) {
    const { inline, where } = passage;
    for (const { entry, start, end } of matches) {
      const last = wordsIn(entry.long).at(-1) ?? "";
      const next = /^\s(\p{L}{3,})(?!\p{L})/u.exec(inline.text.slice(end, end + 60))?.[1] ?? "";
      const isHeld =
        last !== "" && entry.short.toLowerCase().endsWith(last.charAt(0)) && wordsIn(entry.long).length > 1;
      if (!isHeld || comparable(next) !== comparable(last)) continue;
      raise({
        rule: "abbreviation-word-repeated",
        place: placeInText(where.text, inline, start, end + 1 + next.length),
        message: `the last word of ${entry.short} is "${last}", so it stands here twice`,
        fix: `write ${entry.short} alone`,
      });
    }
  }
}
