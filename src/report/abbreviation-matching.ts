/** Where a short form stands in a text, with its plural or possessive ending. */
export interface Match<Entry> {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

/** Short forms by their first character, the longest first, so that one pass over a text finds the uses of all of them. */
export type ShortFormIndex<Entry> = ReadonlyMap<string, readonly { readonly short: string; readonly entry: Entry }[]>;

/** Indexes entries by their short forms; of "EHCPs" the singular is found, too. */
export function indexShortForms<Entry extends { readonly short: string }>(
  entries: readonly Entry[],
): ShortFormIndex<Entry> {
  const index = new Map<string, { short: string; entry: Entry }[]>();
  const taken = new Set(entries.map(({ short }) => short));
  const add = (short: string, entry: Entry): void => {
    const same = index.get(short.charAt(0));
    if (same) same.push({ short, entry });
    else index.set(short.charAt(0), [{ short, entry }]);
  };
  for (const entry of entries) {
    add(entry.short, entry);
    const singular = /\p{Lu}{2,}s$/u.test(entry.short) ? entry.short.slice(0, -1) : entry.short;
    if (!taken.has(singular)) add(singular, entry);
  }
  for (const same of index.values()) same.sort((a, b) => b.short.length - a.short.length);
  return index;
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const AMPERSAND = 38;
const ENDINGS = ["s", "’s", "'s", "s’", "s'"];

/** Finds every use as a whole word, the longest short form first: `HTML` holds no `HT`, and "NHS England" is not "NHS". */
export function findShortForms<Entry>(text: string, index: ShortFormIndex<Entry>): readonly Match<Entry>[] {
  const matches: Match<Entry>[] = [];
  let isInWord = false;
  for (let at = 0; at < text.length; ) {
    const match: Match<Entry> | undefined = isInWord ? undefined : matchAt(text, at, index);
    if (match !== undefined) matches.push(match);
    const next: number = match?.end ?? at + 1;
    isInWord = isWordAt(text, next - 1) || (match === undefined && joinsWords(text, at));
    at = next;
  }
  return matches;
}

function matchAt<Entry>(text: string, at: number, index: ShortFormIndex<Entry>): Match<Entry> | undefined {
  const candidates = index.get(text.charAt(at));
  return candidates && longestAt(text, at, candidates);
}

function longestAt<Entry>(
  text: string,
  at: number,
  candidates: readonly { readonly short: string; readonly entry: Entry }[],
): Match<Entry> | undefined {
  for (const { short, entry } of candidates) {
    const plain = text.startsWith(short, at) ? at + short.length : spacedEnd(text, at, short);
    if (plain === undefined) continue;
    if (endsAt(text, plain)) return { start: at, end: withEnding(text, plain), entry };
    const end = withEnding(text, plain);
    if (end > plain) return { start: at, end, entry };
  }
  return undefined;
}

/** A short form of two words may be broken over a line. */
function spacedEnd(text: string, at: number, short: string): number | undefined {
  if (!short.includes(" ")) return undefined;
  const stretch = text.slice(at, at + short.length);
  return stretch.replace(/[\n\u00a0]/g, " ") === short ? at + short.length : undefined;
}

function withEnding(text: string, at: number): number {
  const ending = ENDINGS.findLast((candidate) => text.startsWith(candidate, at) && endsAt(text, at + candidate.length));
  return ending === undefined ? at : at + ending.length;
}

function endsAt(text: string, at: number): boolean {
  return !isWordAt(text, at) && !joinsWords(text, at);
}

/** The `&` of "R&D" joins letters into one word. */
function joinsWords(text: string, at: number): boolean {
  return text.charCodeAt(at) === AMPERSAND && isWordAt(text, at - 1) && isWordAt(text, at + 1);
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128)
    return (code > 47 && code < 58) || (code > 64 && code < 91) || code === 95 || (code > 96 && code < 123);
  return (code >= 0xd800 && code <= 0xdfff) || WORD.test(text.charAt(at));
}
