import type { RootContent } from "mdast";
import { shortFormSlug } from "../../addresses/slugs.ts";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Abbreviation } from "../../model/report.ts";
import type { Place } from "../../model/source.ts";
import type { GlossarySection, NumberedText, WrittenDefinition } from "../../model/tree.ts";
import { compareTexts } from "../../text/compare.ts";
import { eachInlineBlock } from "../../text/inline-blocks.ts";
import { inlineText, placeInText } from "../../text/inline-text.ts";
import { addressFinder } from "../../text/words-of-addresses.ts";
import { checkAbbreviations } from "./checks.ts";
import { definitionsInProse } from "./definitions-in-prose.ts";
import { readAbbreviationList } from "./list.ts";
import { comparable } from "./normalise-long-form.ts";
import { indexShortForms } from "./trie.ts";
import { unexplainedShortForms } from "./unexplained-short-forms.ts";
import { type Definition, type Entry, findUses, markUses, type Passage, type PassageUses } from "./uses.ts";
import { KNOWN_ABBREVIATIONS } from "./well-known.ts";

export interface AbbreviationSources {
  /** The frontmatter's, with the place of each. */
  readonly frontmatter: ReadonlyMap<string, string>;
  readonly frontmatterPlace: (short: string) => Place;
  readonly written: readonly WrittenDefinition[];
  readonly site: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  /** The glossary holds what the text uses, and not what is declared and not used. */
  readonly isGlossaryOfUses: boolean;
  readonly title: { readonly text: string; readonly place: () => Place };
}

/**
 * Finds what a report's short forms stand for, marks every use of them in its text, and gives the glossary's entries in order.
 * The report's own list, its frontmatter and its `*[X]:` lines come before definitions in the text, and all of them before the site's.
 * Changes the content in place.
 */
export function abbreviate(
  text: NumberedText,
  content: readonly RootContent[],
  sources: AbbreviationSources,
  raise: Raise,
): readonly Abbreviation[] {
  const sections = content.flatMap((node) => glossarySections(node, text));
  const listed = sections.flatMap(({ section, writtenIn }) => readAbbreviationList(writtenIn, section, raise));
  const passages = gatherPassages(content, text);
  const written = sources.written.filter((entry) => isComplete(entry, raise));
  const definitions: Definition[] = [
    ...listed.map((entry) => ({ ...entry, isDeclared: true, isListed: true })),
    ...[...sources.frontmatter].map(([short, long]) => ({
      short,
      long,
      place: sources.frontmatterPlace(short),
      isDeclared: true,
    })),
    ...written.map((entry) => ({ ...entry, isDeclared: true })),
    ...passages.flatMap(({ inline, where, definitions: inProse }) =>
      inProse.map(({ short, long, shortStart, shortEnd }) => ({
        short,
        long,
        place: placeInText(where.text, inline, shortStart, shortEnd),
        isDeclared: false,
      })),
    ),
  ];
  const entries = resolve(definitions, sources.site, raise);
  const index = indexShortForms([...entries.values()]);
  const uses = findUses(passages, index);
  const { title, site, known } = sources;
  const otherwiseSpelt = raiseUndefined(uses, entries, known, raise);
  checkAbbreviations(
    { text, content, passages, definitions, entries, uses, title, site, known, otherwiseSpelt },
    index,
    raise,
  );
  const glossary = [...entries.values()]
    .filter((entry) => (entry.isDeclared && !sources.isGlossaryOfUses) || entry.uses.length > 0)
    .sort(inAlphabet);
  identify(glossary);
  markUses(uses);
  const first = content.find((node) => node.type === "glossarySection");
  if (first !== undefined) first.entries = glossary;
  return glossary;
}

function isComplete({ short, long, place }: WrittenDefinition, raise: Raise): boolean {
  if (short !== "" && long !== "") return true;
  const message = "this line gives an abbreviation no long form";
  raise({ rule: "abbreviation-entry-unread", place, message, fix: "write it as *[HSB]: Harmful Sexual Behaviour" });
  return false;
}

interface WrittenSection {
  readonly section: GlossarySection;
  readonly writtenIn: NumberedText;
}

function glossarySections(node: RootContent, text: NumberedText): readonly WrittenSection[] {
  if (node.type === "glossarySection") return [{ section: node, writtenIn: text }];
  return node.type === "annexSection"
    ? node.children.flatMap((child) => glossarySections(child, node.writtenIn ?? text))
    : [];
}

/** The last words of what such titles stand for. */
const OFFICE = /(?:Practitioners?|Practices?|Constables?|Ministers?|Officers?|Counsel)$/;

/** "Gail Pearce (GP)" says what she is, and not what GP stands for: every reader knows that. */
function isTitleOfPerson({ short, long }: { readonly short: string; readonly long: string }): boolean {
  return KNOWN_ABBREVIATIONS.has(short) && /^\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}\p{Lu}’'-]+$/u.test(long) && !OFFICE.test(long);
}

function gatherPassages(content: readonly RootContent[], text: NumberedText): readonly Passage[] {
  const passages: Passage[] = [];
  eachInlineBlock(content, text, (block, where) => {
    const inline = inlineText(block);
    const definitions = definitionsInProse(inline.text).filter((definition) => !isTitleOfPerson(definition));
    passages.push({ inline, where, definitions });
  });
  return passages;
}

function resolve(
  definitions: readonly Definition[],
  site: ReadonlyMap<string, string>,
  raise: Raise,
): ReadonlyMap<string, Entry> {
  const first = new Map<string, Definition>();
  for (const definition of definitions) {
    const earlier = first.get(definition.short);
    if (earlier === undefined) first.set(definition.short, definition);
    else if (comparable(earlier.long) !== comparable(definition.long)) raiseTwoMeanings(earlier, definition, raise);
  }
  for (const definition of [...first.values()]) {
    const half = firstHalf(definition, first);
    if (half !== undefined && !site.has(half.short)) first.set(half.short, half);
  }
  for (const [short, long] of site) {
    if (!first.has(short)) first.set(short, { short, long, place: undefined, isDeclared: false });
  }
  return new Map(
    [...first.values()].map(({ short, long, isDeclared, place }) => {
      const isOfSite = !isDeclared && place === undefined;
      const entry: Entry = { short, long, place, isDeclared, isOfSite, id: "", uses: [] };
      return [short, entry];
    }),
  );
}

/** What stands before "IWS" in "HAB IWS", where both are explained: the words of the one before those of the other. */
function firstHalf(whole: Definition, known: ReadonlyMap<string, Definition>): Definition | undefined {
  const [short = "", last = "", ...more] = whole.short.split(" ");
  const rest = known.get(last)?.long;
  if (rest === undefined || more.length > 0 || known.has(short)) return undefined;
  const long = whole.long.toLowerCase().endsWith(` ${rest.toLowerCase()}`) ? whole.long.slice(0, -rest.length - 1) : "";
  return long === "" ? undefined : { ...whole, short, long };
}

function raiseTwoMeanings(earlier: Definition, later: Definition, raise: Raise): void {
  const { place } = later;
  if (place === undefined) return;
  raise({
    rule: "abbreviation-two-meanings",
    place,
    message: `${later.short} stands for "${later.long}" here, and for "${earlier.long}" elsewhere in this report`,
    fix: "keep one long form, or give one of the two another short form",
    related: earlier.place && { message: "the other long form stands here", place: earlier.place },
  });
}

/** Ids are made of the glossary's own entries: one that is not published would show itself in a number behind another's id. */
function identify(glossary: readonly Entry[]): void {
  const ids = new Set<string>();
  for (const entry of glossary) entry.id = shortFormSlug("abbr-", entry.short, ids);
}

/**
 * Raises each short form that nothing defines, once, where it is first used. The "SB" of an "H-SB" that is defined is none. Gives
 * the entries that seem to be meant, because they are the same but for their capitals.
 */
function raiseUndefined(
  defining: readonly PassageUses[],
  entries: ReadonlyMap<string, Entry>,
  known: ReadonlySet<string>,
  raise: Raise,
): ReadonlySet<Entry> {
  const defined = new Set([...entries.keys(), ...known]);
  const bySmallLetters = new Map([...entries.values()].map((entry) => [entry.short.toLowerCase(), entry]));
  const meant = new Set<Entry>();
  const uses = new Map<string, { readonly place: Place; count: number; isInBrackets: boolean }>();
  const isExplained = (short: string): boolean =>
    defined.has(short) || defined.has(`${short}s`) || KNOWN_ABBREVIATIONS.has(short);
  for (const { passage, matches } of defining) {
    const { inline, where } = passage;
    const isInAddress = addressFinder(inline.text);
    let next = 0;
    for (const { short, start, end } of unexplainedShortForms(inline.text, isExplained)) {
      while ((matches[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
      if ((matches[next]?.start ?? end) < end || isInAddress(start, end)) continue;
      const isInBrackets =
        /\p{Ll} \($/u.test(inline.text.slice(Math.max(0, start - 4), start)) &&
        /^s?\)/.test(inline.text.slice(end, end + 2));
      const use = uses.get(short);
      if (use !== undefined) {
        use.count++;
        use.isInBrackets ||= isInBrackets;
      } else uses.set(short, { place: placeInText(where.text, inline, start, end), count: 1, isInBrackets });
    }
  }
  for (const [short, { place, count, isInBrackets }] of uses) {
    const times = count === 1 ? "once" : `${count} times`;
    const entry = bySmallLetters.get(short.toLowerCase());
    if (entry !== undefined) {
      meant.add(entry);
      raise({
        rule: "abbreviation-undefined",
        place,
        message: `${short} is used ${times} and never defined; what is defined is ${entry.short}, with other capitals`,
        fix: "write it in one way in both places",
        ...(entry.place && { related: { message: "defined here", place: entry.place } }),
      });
      continue;
    }
    if (isInBrackets) {
      raise({
        rule: "abbreviation-undefined",
        place,
        message: `${short} is used ${times}, in brackets after words for which its letters do not stand, so nobody can tell what it is short for`,
        fix: `list it under a heading ## Abbreviations, or in \`abbreviations:\` between the lines of ---, with its long form`,
      });
      continue;
    }
    raise({
      rule: "abbreviation-undefined",
      place,
      message: `${short} is used ${times} and never defined`,
      fix: `write its long form before it at its first use, ${short} in brackets behind; or add it to the abbreviations, or to \`known:\` in site.yml if every reader knows it`,
    });
  }
  return meant;
}

/** Sorts as a person expects, the same on every machine: without regard to case, accents and punctuation. */
export function inAlphabet(a: { readonly short: string }, b: { readonly short: string }): number {
  return compareTexts(sortKey(a.short), sortKey(b.short)) || compareTexts(a.short, b.short);
}

function sortKey(short: string): string {
  return short
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
