/** A short form that running text explains, and where both stand in it. */
export interface ProseDefinition {
  readonly short: string;
  readonly long: string;
  readonly shortStart: number;
  readonly shortEnd: number;
  readonly longStart: number;
  readonly longEnd: number;
}

const PARENTHESIS = /\(([^()]{2,120})\)/g;
const SHORT_FORM = /^[\p{L}\p{N}][\p{L}\p{N}&/.-]{0,11}(?: [\p{L}\p{N}&]{1,10})?$/u;
const SMALL_WORDS = new Set([
  "a",
  "an",
  "and",
  "&",
  "at",
  "by",
  "for",
  "from",
  "in",
  "into",
  "of",
  "on",
  "or",
  "the",
  "to",
  "with",
  "y",
  "yr",
]);
const MAX_SHORT = 12;
/** The most characters that a long form may have. */
const MAX_LONG = 250;

/**
 * Finds "Harmful Sexual Behaviour (HSB)" and "MACEM (Multi-Agency Child Exploitation Meeting)": the letters of the short form
 * are the initials of the long one, small words skipped or not; failing that, they stand in it in order, after Schwartz and
 * Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003).
 */
export function definitionsInProse(text: string): readonly ProseDefinition[] {
  if (!text.includes("(")) return [];
  const found: ProseDefinition[] = [];
  for (const match of text.matchAll(PARENTHESIS)) {
    const open = match.index;
    const definition = shortInParenthesis(text, open, match[1] ?? "") ?? longInParenthesis(text, open, match[1] ?? "");
    if (definition !== undefined) found.push(singular(definition));
  }
  return found;
}

/** "long form (SF)", also "(“SF”)", "(the SF)" and "(SF, …)". */
function shortInParenthesis(text: string, open: number, inside: string): ProseDefinition | undefined {
  const match = /^(\s*(?:the\s+|or\s+)?["'“‘]?)([^"'”’,;]+)["'”’]?(?:[,;].*)?$/su.exec(inside);
  const short = match?.[2]?.trim() ?? "";
  if (!looksShort(short)) return undefined;
  const words = wordsOf(text, startOfSentence(text, open), open);
  const longStart = startOfLongForm(short, words.slice(-longestForm(short)), text, open);
  if (longStart === undefined) return undefined;
  const longEnd =
    longStart +
    text
      .slice(longStart, open)
      .trimEnd()
      .replace(/["'”’]+$/, "").length;
  const shortStart = open + 1 + (match?.[1]?.length ?? 0);
  const long = flat(text.slice(longStart, longEnd));
  return long.length <= short.length || !/\p{Ll}/u.test(long)
    ? undefined
    : { short, long, shortStart, shortEnd: shortStart + short.length, longStart, longEnd };
}

const SENTENCE_STOP = /[.!?;:()\uFFFC]/;

function startOfSentence(text: string, end: number): number {
  const earliest = Math.max(0, end - MAX_LONG);
  let start = end;
  while (start > earliest && !SENTENCE_STOP.test(text[start - 1] ?? "")) start--;
  return start;
}

/** "SF (long form)"; a long form that begins with "the" is read without it. */
function longInParenthesis(text: string, open: number, inside: string): ProseDefinition | undefined {
  const before = /(?:^|[\s("'“‘])([\p{L}\p{N}][\p{L}\p{N}&/.-]*)["'”’]?\s+$/u.exec(
    text.slice(Math.max(0, open - 40), open),
  );
  const short = before?.[1] ?? "";
  if (!looksShort(short)) return undefined;
  const [, skipped = "", content = ""] = /^(\s*(?:the\s+)?["'“‘]?)([^;:"”]*)/i.exec(inside) ?? [];
  const longStart = open + 1 + skipped.length;
  const longEnd = longStart + content.trimEnd().length;
  const words = wordsOf(text, longStart, longEnd);
  if (words.length < 2 || words.length > longestForm(short)) return undefined;
  if (initialsStart(short, words, true) !== longStart) return undefined;
  const shortStart = text.lastIndexOf(short, open);
  return {
    short,
    long: flat(text.slice(longStart, longEnd)),
    shortStart,
    shortEnd: shortStart + short.length,
    longStart,
    longEnd,
  };
}

/** A short form has two capitals, or a capital and a figure; "Good", "2018" and "(see" are none. */
export function looksShort(text: string): boolean {
  if (text.length < 2 || !SHORT_FORM.test(text)) return false;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 || (capitals === 1 && /\p{N}/u.test(text));
}

/** Schwartz and Hearst's bound on the words of a long form. */
function longestForm(short: string): number {
  const letters = Math.min(short.length, MAX_SHORT);
  return Math.min(letters + 5, letters * 2) + 4;
}

interface Word {
  readonly text: string;
  readonly start: number;
  /** Whether it stands at the start of what spaces separate, not behind a hyphen. */
  readonly isWhole: boolean;
}

function wordsOf(text: string, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(/[\p{L}\p{N}\p{M}'’]+|&/gu)) {
    const start = from + match.index;
    words.push({ text: match[0], start, isWhole: start === from || /[\s("'“‘]/.test(text[start - 1] ?? " ") });
  }
  return words;
}

function startOfLongForm(short: string, words: readonly Word[], text: string, open: number): number | undefined {
  return initialsStart(short, words, false) ?? lettersStart(short, words, text, open);
}

/** The parts of a short form that each stand for a word: letters, and runs of figures. */
function partsOf(short: string): readonly string[] {
  return short.match(/\p{N}+|[\p{L}&]/gu) ?? [];
}

/** Matches the parts to the initials of words, from the last to the first. Every word that is not small must have its part. */
function initialsStart(short: string, words: readonly Word[], wholeOnly: boolean): number | undefined {
  const parts = partsOf(short);
  const isPlural = /\p{Lu}{2}s$/u.test(short);
  const wanted = isPlural ? parts.slice(0, -1) : parts;
  const align = (part: number, word: number): number | undefined => {
    const current = words[word];
    if (part < 0) return words[word + 1]?.isWhole ? words[word + 1]?.start : undefined;
    if (current === undefined) return undefined;
    if (standsFor(wanted[part] ?? "", current.text)) {
      const start = align(part - 1, word - 1);
      if (start !== undefined) return start;
    }
    return SMALL_WORDS.has(current.text.toLowerCase()) && part < wanted.length ? align(part, word - 1) : undefined;
  };
  const start = align(wanted.length - 1, words.length - 1);
  return start === undefined || (wholeOnly && start !== words[0]?.start) ? undefined : start;
}

function standsFor(part: string, word: string): boolean {
  if (part === "&") return word === "&" || word.toLowerCase() === "and";
  if (/^\p{N}/u.test(part)) return word === part;
  return word.charAt(0).toLowerCase() === part.toLowerCase();
}

/** Schwartz and Hearst: the letters stand in the long form in order, the first at the start of a word. */
function lettersStart(short: string, words: readonly Word[], text: string, open: number): number | undefined {
  const first = words[0]?.start;
  const letters = [...short.toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (first === undefined || letters.length < 3) return undefined;
  let at = open - 1;
  for (let index = letters.length - 1; index >= 0; index--) {
    const isAtWord = (position: number): boolean => !/[\p{L}\p{N}]/u.test(text[position - 1] ?? " ");
    while (at >= first && (text[at]?.toLowerCase() !== letters[index] || (index === 0 && !isAtWord(at)))) at--;
    if (at < first) return undefined;
    at--;
  }
  const start = at + 1;
  const taken = words.filter((word) => word.start >= start);
  const isClose =
    taken.length > 1 &&
    taken.length <= letters.length &&
    taken.every(
      (word) => SMALL_WORDS.has(word.text.toLowerCase()) || letters.includes(word.text.charAt(0).toLowerCase()),
    );
  return isClose ? start : undefined;
}

/** "Education, Health and Care Plans (EHCPs)" defines EHCP. */
function singular(definition: ProseDefinition): ProseDefinition {
  if (!/\p{Lu}{2,}s$/u.test(definition.short) || !/[^s]s$/.test(definition.long)) return definition;
  const long = /ies$/.test(definition.long) ? `${definition.long.slice(0, -3)}y` : definition.long.slice(0, -1);
  return { ...definition, short: definition.short.slice(0, -1), long };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
