import type { PhrasingContent, RootContent } from "mdast";
import type { UsePlace } from "../../model/report.ts";
import type { Place } from "../../model/source.ts";
import type { AbbreviationUse, NumberedText } from "../../model/tree.ts";
import type { BlockContext } from "../../text/inline-blocks.ts";
import { type InlineText, pieceAt } from "../../text/inline-text.ts";
import { replaceInText } from "../../text/replace-in-text.ts";
import { addressFinder } from "../../text/words-of-addresses.ts";
import { withoutShouted } from "./all-caps.ts";
import { isStartOfPermit } from "./codes-and-units.ts";
import type { ProseDefinition } from "./definitions-in-prose.ts";
import { findShortForms, type Match, type ShortFormIndex } from "./trie.ts";

/** What somewhere says that a short form stands for. */
export interface Definition {
  readonly short: string;
  readonly long: string;
  readonly place: Place | undefined;
  /** Listed by the report itself, and so in its glossary although nothing uses it. */
  readonly isDeclared: boolean;
  /** Stands in the report's list of abbreviations. */
  readonly isListed?: true;
}

/** A short form with what it stands for in this report, and where it is used. */
export interface Entry {
  readonly short: string;
  readonly long: string;
  readonly isDeclared: boolean;
  /** Where the explanation that counts stands. */
  readonly place: Place | undefined;
  /** Defined by the settings for all reports. */
  readonly isOfSite: boolean;
  /** Empty until it is known which entries the glossary has. */
  id: string;
  /** Every place with a use, once, in reading order. */
  readonly uses: UsePlace[];
}

/** One block of running text, met in reading order. */
export interface Passage {
  readonly inline: InlineText;
  readonly where: BlockContext;
  readonly definitions: readonly ProseDefinition[];
}

/** The uses of short forms in one block of running text. */
export interface PassageUses {
  readonly passage: Passage;
  readonly matches: readonly Match<Entry>[];
}

/** All that is known of a report's abbreviations before they are marked. */
export interface AbbreviationFindings {
  readonly text: NumberedText;
  readonly content: readonly RootContent[];
  readonly passages: readonly Passage[];
  readonly definitions: readonly Definition[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly uses: readonly PassageUses[];
  readonly title: { readonly text: string; readonly place: () => Place };
  /** What the settings define for all reports. */
  readonly site: ReadonlyMap<string, string>;
  /** What the settings say that every reader knows. */
  readonly known: ReadonlySet<string>;
  /** Entries that are used, but with other capitals, which has been raised. */
  readonly otherwiseSpelt: ReadonlySet<Entry>;
}

/** Finds the uses in each block, and notes with each entry where they stand. */
export function findUses(passages: readonly Passage[], index: ShortFormIndex<Entry>): readonly PassageUses[] {
  return passages.map((passage) => {
    const matches = usesIn(passage, index);
    const { id, kind, name } = passage.where;
    for (const { entry } of matches) if (entry.uses.at(-1)?.id !== id) entry.uses.push({ id, kind, name });
    return { passage, matches };
  });
}

/** The uses in a block; within the words that a definition explains there are none. */
function usesIn({ inline, definitions }: Passage, index: ShortFormIndex<Entry>): readonly Match<Entry>[] {
  const isInAddress = addressFinder(inline.text);
  let next = 0;
  const uses = findShortForms(inline.text, index).filter(({ start, end }) => {
    while ((definitions[next]?.longEnd ?? Number.POSITIVE_INFINITY) <= start) next++;
    const isWithinLong = end > (definitions[next]?.longStart ?? end);
    return !isWithinLong && !isInAddress(start, end) && !isStartOfPermit(inline.text.slice(end, end + 8));
  });
  return withoutShouted(inline.text, uses);
}

/** Marks every use but those in the words of a link; the first of each entry leads to the glossary. Changes the text in place. */
export function markUses(uses: readonly PassageUses[]): void {
  const linked = new Set<Entry>();
  for (const { passage, matches } of uses) {
    const { inline } = passage;
    const isLink = (at: number): boolean => pieceAt(inline, at)?.isInLink === true;
    const outside = matches.filter(({ start, end }) => !isLink(start) && !isLink(end - 1));
    const replacements = outside.map(({ start, end, entry }) => {
      const make = (children: PhrasingContent[], isInLink: boolean): AbbreviationUse => {
        const isFirst = !isInLink && !linked.has(entry);
        if (isFirst) linked.add(entry);
        return { type: "abbreviationUse", long: entry.long, children, ...(isFirst ? { entry: entry.id } : {}) };
      };
      return { start, end, make, mayGoOver: true as const };
    });
    if (replacements.length > 0) replaceInText(inline, replacements);
  }
}
