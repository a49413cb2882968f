import type { Raise } from "../../diagnostics/catalogue.ts";
import { type InlineText, pieceAt, placeInText } from "../../text/inline-text.ts";
import { type Explained, placeOfDefinition } from "./reading-order.ts";
import { findShortForms, indexShortForms } from "./trie.ts";
import type { AbbreviationFindings, Entry } from "./uses.ts";

/** The most characters of a long form that is looked for: as many as one in the text may have. */
const LONGEST = 250;

interface Wanted extends Explained {
  readonly short: string;
}

/**
 * Raises where the words of a short form are written out again below their definition, once for each. An annex is read
 * by itself, and what is quoted, or is the name of something else, stays as it is.
 */
export function raiseLongFormAgain(
  { passages }: AbbreviationFindings,
  orders: readonly number[],
  explained: readonly Explained[],
  raise: Raise,
): void {
  const wanted = explained.map((one): Wanted => ({ ...one, short: spaced(one.entry.long) }));
  if (wanted.length === 0) return;
  const index = indexShortForms(wanted, LONGEST);
  const raised = new Set<Entry>();
  for (const [at, { inline, where, definitions }] of passages.entries()) {
    if (where.isQuoted) continue;
    const words = spaced(inline.text);
    // A few capitals have two small letters, and places would be lost.
    if (words.length !== inline.text.length) continue;
    for (const { start, end, entry: found } of findShortForms(words, index)) {
      const { entry, first, isFor } = found;
      const { passage, order, definition } = first;
      if (raised.has(entry) || !isFor(where) || where.annex !== passage.where.annex) continue;
      const isAfter =
        inline === passage.inline
          ? start > definition.shortEnd
          : order < (orders[at] ?? at) && where.note === undefined;
      const isDefined = definitions.some(({ longStart, longEnd }) => start < longEnd && end > longStart);
      if (!isAfter || isDefined || !isItself(inline, entry, start, end)) continue;
      raised.add(entry);
      raise({
        rule: "abbreviation-long-form-again",
        place: placeInText(where.text, inline, start, end),
        message: `"${entry.long}" is written out again here, though ${entry.short} stands for it`,
        fix: `write ${entry.short}, or leave the short form out everywhere`,
        related: { message: "explained here", place: placeOfDefinition(first) },
      });
    }
  }
}

/** Small letters, with spaces for hyphens: as long as the text itself, but for a few capitals. */
function spaced(text: string): string {
  return text.toLowerCase().replace(/[\u2010\u2011-]/g, " ");
}

/** Capitals may begin a sentence or are after a word that is no part of a name. */
const BEGINS_NO_NAME =
  /(?:^|[^\p{L}\p{N}’' -])\s{0,9}$|(?:^|\s)(?:[^\p{Lu}\s]\S*|(?:A|An|And|As|At|By|Each|Every|For|From|If|In|It|Of|On|Our|Since|That|The|This|To|When|Where|While|With))\s+$/u;

const QUOTED = /(?:“[^”]*|‘[^’]*|(?<![^\s(])"[^"]*)$/;

/**
 * Whether the words stand for themselves: in the number in which they were explained, in no link, no quotation marks,
 * and in no longer name.
 */
function isItself(inline: InlineText, { long }: Entry, start: number, end: number): boolean {
  const { text } = inline;
  const words = text.slice(start, end);
  if (/s[’']?$/i.test(words) && !/[’']s$/i.test(words) && !/s$/i.test(long)) return false;
  if (pieceAt(inline, start)?.isInLink) return false;
  const before = text.slice(Math.max(0, start - 200), start);
  if (QUOTED.test(before)) return false;
  const isName = /^\p{Lu}/u.test(words);
  return !isName || (BEGINS_NO_NAME.test(before.slice(-40)) && !/^[\s-]+\p{Lu}/u.test(text.slice(end, end + 4)));
}
