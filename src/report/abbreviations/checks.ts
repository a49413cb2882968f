import type { Raise } from "../../diagnostics/catalogue.ts";
import { placeInText } from "../../text/inline-text.ts";
import { findQuotations, isWithin } from "../../text/quotations.ts";
import { comparable } from "./normalise-long-form.ts";
import {
  definitionsInOrder,
  type Explained,
  explainedInText,
  explainedOnlyInText,
  type Placed,
  placeOfDefinition,
  readingOrder,
} from "./reading-order.ts";
import { raiseWordRepeated } from "./redundant-last-word.ts";
import { raiseLongFormAgain } from "./repeated-long-forms.ts";
import { findHeadingUses, type HeadingUses, raiseInHeading } from "./short-forms-in-headings.ts";
import type { ShortFormIndex } from "./trie.ts";
import type { AbbreviationFindings, Entry, Passage } from "./uses.ts";

/**
 * Raises what readers would stumble over: short forms that come before they are explained, or are explained and not
 * used, and the like. Takes time in proportion to the text.
 */
export function checkAbbreviations(found: AbbreviationFindings, index: ShortFormIndex<Entry>, raise: Raise): void {
  const orders = readingOrder(found.passages);
  const placed = definitionsInOrder(found.passages, orders);
  const explained = explainedInText(found, placed);
  const onlyInText = explainedOnlyInText(found, explained);
  const headingUses = findHeadingUses(found, index);
  const usedOnce = raiseUnused(found, placed, headingUses, raise);
  raiseTwice(placed, raise);
  raiseListDiffers(found, raise);
  raiseBeforeDefinition(found, orders, onlyInText, raise);
  raiseInHeading(found, onlyInText, headingUses, raise);
  raiseLongFormAgain(
    found,
    orders,
    explained.filter(({ entry }) => !usedOnce.has(entry)),
    raise,
  );
  raiseWordRepeated(found.uses, raise);
}

/**
 * What the report's own list explains, and nothing uses; and what is explained and used once, in its explanation. Gives
 * the latter.
 */
function raiseUnused(
  { definitions, entries, uses, otherwiseSpelt }: AbbreviationFindings,
  placed: ReadonlyMap<string, readonly Placed[]>,
  { headings, inTitle }: HeadingUses,
  raise: Raise,
): ReadonlySet<Entry> {
  const counts = new Map<Entry, number>();
  for (const { matches } of uses) for (const { entry } of matches) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const usedOnce = new Set<Entry>();
  const seen = new Set<string>();
  for (const { short, place } of definitions) {
    const entry = entries.get(short);
    if (entry === undefined || place === undefined || seen.has(short)) continue;
    seen.add(short);
    if (headings.has(entry) || inTitle.has(entry) || otherwiseSpelt.has(entry)) continue;
    const count = counts.get(entry) ?? 0;
    if (count === 0 && entry.isDeclared) {
      const message = `${short} is explained here, and the text never uses it`;
      raise({ rule: "abbreviation-unused", place, message, fix: "take it out, or use it in the text" });
    } else if (count === 1 && !entry.isDeclared) {
      usedOnce.add(entry);
      if (placed.get(short)?.[0]?.passage.where.isQuoted) continue;
      const message = `${short} is explained here, and not used again`;
      raise({ rule: "abbreviation-used-once", place, message, fix: "leave the short form out: the words are enough" });
    }
  }
  return usedOnce;
}

/** An annex is read by itself, so it may explain again; and a quotation, in marks or by itself, says what it says. */
function raiseTwice(placed: ReadonlyMap<string, readonly Placed[]>, raise: Raise): void {
  for (const [short, all] of placed) {
    const firsts: Placed[] = [];
    for (const other of all) {
      const { annex, isWithheld, isQuoted } = other.passage.where;
      const first = firsts.find(({ passage: { where } }) => where.annex === annex && (!where.isWithheld || isWithheld));
      if (first === undefined) {
        firsts.push(other);
        continue;
      }
      if (isQuoted || comparable(first.definition.long) !== comparable(other.definition.long)) continue;
      if (isWithin(findQuotations(other.passage.inline.text), shortFormOf(other))) continue;
      raise({
        rule: "abbreviation-defined-twice",
        place: placeOfDefinition(other),
        message: `${short} is explained here a second time`,
        fix: `write only ${short}: readers know it by now`,
        related: { message: "first explained here", place: placeOfDefinition(first) },
      });
    }
  }
}

function shortFormOf({ definition: { shortStart, shortEnd } }: Placed): {
  readonly start: number;
  readonly end: number;
} {
  return { start: shortStart, end: shortEnd };
}

/** The report's list and its text may mean the same in different words: then one of the two was not kept up. */
function raiseListDiffers({ definitions }: AbbreviationFindings, raise: Raise): void {
  const inText = new Map<string, (typeof definitions)[number]>();
  for (const one of definitions) if (!one.isDeclared && !inText.has(one.short)) inText.set(one.short, one);
  for (const { short, long, place, isListed } of definitions) {
    const other = inText.get(short);
    if (!isListed || place === undefined || other === undefined) continue;
    const isSame = asWritten(other.long) === asWritten(long) || comparable(other.long) !== comparable(long);
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

/**
 * The words without what nobody would call a difference: capitals, plurals, the form of apostrophes and dashes, and the
 * year of an Act.
 */
function asWritten(long: string): string {
  return long
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[’']/g, "")
    .replace(/\p{Pd}/gu, "-")
    .replace(/(?: \d{1,30}){1,30}$/, "")
    .replace(/ies\b/g, "y")
    .replace(/s\b/g, "");
}

interface Use {
  readonly passage: Passage;
  readonly order: number;
  readonly start: number;
  readonly end: number;
}

function raiseBeforeDefinition(
  { uses }: AbbreviationFindings,
  orders: readonly number[],
  explained: readonly Explained[],
  raise: Raise,
): void {
  const explanations = new Map(explained.map((one) => [one.entry, one]));
  const firstUses = new Map<Entry, Use>();
  for (const [index, { passage, matches }] of uses.entries()) {
    const order = orders[index] ?? index;
    for (const { entry, start, end } of matches) {
      const known = firstUses.get(entry);
      const isFirst = known === undefined || order < known.order;
      if (isFirst && explanations.get(entry)?.isFor(passage.where))
        firstUses.set(entry, { passage, order, start, end });
    }
  }
  for (const { entry, first } of explained) {
    const use = firstUses.get(entry);
    if (use === undefined || !isBefore(use, first)) continue;
    const { passage, start, end } = use;
    raise({
      rule: "abbreviation-before-definition",
      place: placeInText(passage.where.text, passage.inline, start, end),
      message: `${entry.short} is used here, and explained only further on`,
      fix: `write "${entry.long} (${entry.short})" here`,
      related: { message: "explained here", place: placeOfDefinition(first) },
    });
  }
}

/** A block and its notes are read together: a note explains what the words that refer to it use. */
function isBefore(use: Use, first: Placed): boolean {
  if (use.passage === first.passage) return use.start < first.definition.shortStart;
  return use.order < first.order;
}
