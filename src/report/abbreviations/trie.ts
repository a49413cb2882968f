/** Where a short form is in a text, with its plural or possessive ending. */
export interface Match<Entry> {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

/**
 * The short forms as a tree of their characters, so that one pass over a text finds the uses of all of them, however
 * many they are.
 */
export interface ShortFormIndex<Entry> {
  /** From a node and a character to the node that follows; node 0 is the root. */
  readonly next: ReadonlyMap<number, number>;
  /** The entry whose short form ends at a node. */
  readonly entries: readonly (Entry | undefined)[];
}

/** As a rule a longer short form is not looked for, so that a text of its words only takes no longer than another. */
const LONGEST = 64;
const CHARACTERS = 0x10000;

/**
 * Indexes entries by their short forms, but for those of more characters than `longest`; of "EHCPs" the singular is
 * found, too.
 */
export function indexShortForms<Entry extends { readonly short: string }>(
  entries: readonly Entry[],
  longest = LONGEST,
): ShortFormIndex<Entry> {
  const next = new Map<number, number>();
  const ends: (Entry | undefined)[] = [undefined];
  const add = (short: string, entry: Entry): void => {
    const plain = short.trim().replace(/\s+/g, " ");
    if (plain === "" || plain.length > longest) return;
    let node = 0;
    for (let at = 0; at < plain.length; at++) {
      const key = node * CHARACTERS + plainCode(plain.charCodeAt(at));
      node = next.get(key) ?? ends.push(undefined) - 1;
      next.set(key, node);
    }
    ends[node] ??= entry;
  };
  for (const entry of entries) add(entry.short, entry);
  for (const entry of entries) if (/\p{Lu}{2}s$/u.test(entry.short)) add(entry.short.slice(0, -1), entry);
  return { next, entries: ends };
}

/**
 * Finds every use as a whole word, the longest short form first: `HTML` holds no `HT`, and "NHS England" is not "NHS".
 * Words are as Unicode has them (UAX #29): letters, figures and what is joined to them by marks, apostrophes and "&"; a
 * hyphen ends one.
 */
export function findShortForms<Entry>(text: string, index: ShortFormIndex<Entry>): readonly Match<Entry>[] {
  const matches: Match<Entry>[] = [];
  let isInWord = false;
  for (let at = 0; at < text.length; ) {
    const match: Match<Entry> | undefined = isInWord ? undefined : longestAt(text, at, index);
    if (match !== undefined) {
      matches.push(match);
      at = match.end;
      continue;
    }
    const next: number = at + lengthAt(text, at);
    isInWord = isWordAt(text, at) || (isInWord && (isMarkAt(text, at) || joinsAt(text, at)));
    at = next;
  }
  return matches;
}

function longestAt<Entry>(
  text: string,
  start: number,
  { next, entries }: ShortFormIndex<Entry>,
): Match<Entry> | undefined {
  let longest: Match<Entry> | undefined;
  let node: number | undefined = 0;
  for (let at = start; at < text.length; ) {
    const code = plainCode(text.charCodeAt(at));
    node = next.get(node * CHARACTERS + code);
    if (node === undefined) break;
    at++;
    if (code === SPACE) while (plainCode(text.charCodeAt(at)) === SPACE) at++;
    const entry = entries[node];
    const end = entry === undefined ? undefined : endOfUse(text, start, at);
    if (entry !== undefined && end !== undefined) longest = { start, end, entry };
  }
  return longest;
}

const ENDINGS = ["s’", "s'", "’s", "'s", "s"];

/** The end of a use with its ending; nothing where a word goes on beyond it. */
function endOfUse(text: string, start: number, end: number): number | undefined {
  if (endsAt(text, end)) return end;
  for (const ending of ENDINGS) {
    if (!text.startsWith(ending, end) || !endsAt(text, end + ending.length)) continue;
    // The apostrophe of ‘HSBs’ closes what the one before it opened.
    const isQuoted = ending.length === 2 && ending.startsWith("s") && /^[‘']$/.test(text.charAt(start - 1));
    return end + (isQuoted ? 1 : ending.length);
  }
  return undefined;
}

function endsAt(text: string, at: number): boolean {
  return !isWordAt(text, at) && !isMarkAt(text, at) && !joinsAt(text, at);
}

const SPACE = 32;
const HYPHEN = 45;
const APOSTROPHE = 39;

/** A short form may be written with no-break spaces and hyphens, a curly apostrophe, and over the end of a line. */
function plainCode(code: number): number {
  if (code === 9 || code === 10 || code === 0xa0 || code === 0x202f) return SPACE;
  if (code === 0x2010 || code === 0x2011) return HYPHEN;
  return code === 0x2019 ? APOSTROPHE : code;
}

const AMPERSAND = 38;
const COMMA = 44;
const FULL_STOP = 46;

/** The "&" of "R&D", the apostrophe of "O’Neill" and the full stop of "2.4G" join what follows to the word. */
function joinsAt(text: string, at: number): boolean {
  const code = plainCode(text.charCodeAt(at));
  if (code === FULL_STOP || code === COMMA) return isFigureAt(text, at - 1) && isFigureAt(text, at + 1);
  return (code === AMPERSAND || code === APOSTROPHE) && isWordAt(text, at + 1);
}

function isFigureAt(text: string, at: number): boolean {
  return /^\d$/.test(text.charAt(at));
}

const WORD = /[\p{L}\p{N}_]/u;
/** Marks and the two joiners that some scripts are written with belong to the character before them. */
const MARK = /[\p{M}\u200c\u200d]/u;

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128)
    return (code > 47 && code < 58) || (code > 64 && code < 91) || code === 95 || (code > 96 && code < 123);
  return WORD.test(characterAt(text, at));
}

function isMarkAt(text: string, at: number): boolean {
  return text.charCodeAt(at) > 767 && MARK.test(characterAt(text, at));
}

function characterAt(text: string, at: number): string {
  return text.slice(at, at + lengthAt(text, at));
}

function lengthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) < CHARACTERS ? 1 : 2;
}
