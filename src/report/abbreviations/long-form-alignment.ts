import type { Part } from "./short-form.ts";

/** A word of running text that may belong to a long form. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is at the start of what spaces separate, not after a hyphen. */
  readonly isWhole: boolean;
  /** "of", "and": has no letter in most short forms. */
  readonly isSmall: boolean;
}

/** A long form found: where it is, and how far it is from plain initials (0). */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  /** How many words, small ones apart, have their letters in the short form. */
  readonly words: number;
}

const SMALL_WORDS = new Set(
  "a an and & as at by for from in into nor of on or per the to upon with within y yr".split(" "),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*|&/gu;

/** The words of a stretch of a text; "Multi-Agency" is two. */
export function wordsOf(text: string, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const isWhole = start === from || !/[\p{L}\p{N}'’-]/u.test(text[start - 1] ?? " ");
    // "On-street": a small word before a hyphen carries the meaning.
    const isSmall = SMALL_WORDS.has(match[0].toLowerCase()) && !(isWhole && text[end] === "-");
    words.push({ text: match[0], start, end, isWhole, isSmall });
  }
  return words;
}

const COST = {
  /** A second letter of a word's beginning, small in the short form: SuDS. */
  smallPrefix: 0.5,
  /** The same in capitals: SENCO. */
  capitalPrefix: 1,
  /** A letter after "photo", "anti", "di" and the like: a word's beginning in all but writing. */
  afterPrefix: 0.5,
  inner: 1.5,
  /** A word that has no letter: in "York Teaching Hospitals NHS Foundation Trust (YTHFT)" one that is short already. */
  unnamedShort: 1,
  unnamedSecondHalf: 0.25,
  unnamed: 1.25,
  /** The figures of LTP4 or PM2.5 that stand for no word. */
  figures: 0.5,
  tail: 1,
  longTail: 1.5,
};

const COMBINING =
  /^(?:anti|bio|cardio|cyber|di|electro|giga|hydro|hyper|infra|inter|kilo|mega|micro|mono|multi|neuro|non|over|photo|poly|psycho|radio|socio|tele|tri|ultra|under)/;
/** In CO2 the figure is the "di": the letter is after it. */
const OXIDE = /^(?:di|mon|tri)oxides?$/;
/** Company and legal forms, which are part of a name and have no letters in its short form. */
const NAME_TAIL = /^(?:(?:nhs|foundation|trust|limited|ltd|plc|cic|llp|uk)(?: |$)){1,3}$/;
const YEAR = /^(?:1[89]|20)\d\d(?: (?:20)?\d\d)?$/;
/** "… Commissioner for North Yorkshire" */
const PLACE_TAIL = /^(?:for|in|of)(?: (?:and|of|the|\p{Lu}[\p{L}'’]+)){1,4}$/u;
/** "Buckinghamshire, Oxfordshire and Berkshire West": part of a name, for which no letter may be. */
const SIDE_TAIL = /^(?:(?:North|South)(?: ?(?:East|West))?|East|West|Central)$/;
const CATEGORY_TAIL =
  /^(?:framework|funding|grants?|meetings?|network|officers?|panel|plans?|process|programmes?|projects?|schemes?|services?|staff|surveys?|system|teams?)$/;

/** The most signs that one word can stand for. */
const MOST_TAKEN = 10;

const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

interface Rest {
  readonly cost: number;
  readonly end: number;
  readonly words: number;
}

export interface AlignmentOptions {
  /** Whether the long form begins at the first word; else at any that begins with the first sign. */
  readonly isStartKnown: boolean;
  /** Whether words may follow the long form that do not belong to it. */
  readonly isEndOpen: boolean;
  /** Whether the short form is written like a name, so that its letters are beginnings of words only. */
  readonly isName: boolean;
}

/**
 * Aligns the signs of a short form with words so that every sign stands for something, in order, and every word that is
 * not small has a sign, as cheaply as can be; of equal ones the shortest. A generalisation of Schwartz and Hearst, "A
 * simple algorithm for identifying abbreviation definitions in biomedical text" (2003): theirs asks for the letters in
 * order, the first at the start of a word; here each word's own first letter is asked for, too, and what departs from
 * initials has its price. Takes time in the number of signs times the number of words.
 */
export function align(
  parts: readonly Part[],
  words: readonly Word[],
  options: AlignmentOptions,
): Alignment | undefined {
  const letters = parts.filter(({ kind }) => kind === "letter").length;
  const known = new Map<number, Rest | undefined>();

  /** The cheapest alignment of the signs from `part` on with the words from `word` on. */
  const rest = (part: number, word: number): Rest | undefined => {
    const key = part * (words.length + 1) + word;
    if (!known.has(key)) known.set(key, cheapestRest(part, word));
    return known.get(key);
  };

  const cheapestRest = (part: number, word: number): Rest | undefined => {
    const sign = parts[part];
    if (sign === undefined) return tail(word);
    let best: Rest | undefined;
    const consider = (from: Rest | undefined, cost: number, named: number): void => {
      const total = from && { cost: from.cost + cost, end: from.end, words: from.words + named };
      if (total !== undefined && (best === undefined || total.cost < best.cost)) best = total;
    };
    if (sign.kind === "figures" && part > 0 && letters > 1) consider(rest(part + 1, word), COST.figures, 0);
    const current = words[word];
    if (current === undefined) return best;
    if (part > 0) consider(rest(part, word + 1), unnamedCost(current), 0);
    for (let taken = 1; taken <= MOST_TAKEN && part + taken <= parts.length; taken++) {
      const cost = takenCost(parts.slice(part, part + taken), current, options.isName);
      if (cost !== undefined) consider(rest(part + taken, word + 1), cost, current.isSmall ? 0 : 1);
    }
    return best;
  };

  /** What may be after the last word that has a sign. */
  const tail = (word: number): Rest | undefined => {
    const end = words[word - 1]?.end ?? 0;
    const following = words.slice(word);
    const last = following.at(-1);
    if (last === undefined || options.isEndOpen) return { cost: 0, end, words: 0 };
    const typed = following.map(({ text }) => text).join(" ");
    if (YEAR.test(typed)) return { cost: 0, end: last.end, words: 0 };
    if (following.every(({ isWhole }) => !isWhole)) return { cost: COST.unnamedSecondHalf, end: last.end, words: 0 };
    if (letters > 2 && (CATEGORY_TAIL.test(typed) || PLACE_TAIL.test(typed))) return { cost: COST.tail, end, words: 0 };
    if (letters > 2 && SIDE_TAIL.test(typed)) return { cost: COST.tail, end: last.end, words: 0 };
    if (letters > 2 && /^\p{Lu}/u.test(typed) && NAME_TAIL.test(typed.toLowerCase()))
      return { cost: COST.tail, end: last.end, words: 0 };
    const isNames = following.length <= 6 && following.every(({ text, isSmall }) => isSmall || /^\p{Lu}/u.test(text));
    return options.isName && letters > 4 && isNames ? { cost: COST.longTail, end: last.end, words: 0 } : undefined;
  };

  let best: Alignment | undefined;
  for (const [index, word] of words.entries()) {
    if (index > 0 && options.isStartKnown) break;
    if (!word.isWhole || (word.isSmall && /^\p{Ll}|&/u.test(word.text) && parts[0]?.isCapital !== false)) continue;
    const first = rest(0, index);
    if (first !== undefined && (best === undefined || first.cost <= best.cost)) best = { ...first, start: word.start };
  }
  return best;
}

function unnamedCost(word: Word): number {
  if (word.isSmall) return 0;
  if (!word.isWhole) return COST.unnamedSecondHalf;
  return /^\p{Lu}{2,}$/u.test(word.text) ? COST.unnamedShort : COST.unnamed;
}

/** What it costs that a word stands for these signs; undefined where it cannot. */
function takenCost(taken: readonly Part[], word: Word, isName: boolean): number | undefined {
  const [first, ...further] = taken;
  if (first === undefined) return undefined;
  const text = word.text.toLowerCase();
  if (taken.length > 1 && taken.map((part) => part.text).join("") === text) return 0;
  if (further.length === 0 && first.kind === "letter" && OXIDE.test(text) && first.text === "o")
    return COST.afterPrefix;
  if (!beginsWith(first, text)) return undefined;
  if (further.some(({ kind }) => kind !== "letter") || (further.length > 0 && word.isSmall)) return undefined;
  return furtherCost(further, text, isName);
}

function beginsWith({ kind, text: sign }: Part, word: string): boolean {
  if (kind === "and") return word === "&" || word === "and";
  if (kind === "figures") return word === sign || word === NUMBERS[Number(sign)] || word === ORDINALS[Number(sign)];
  return word.startsWith(sign) || (sign === "a" && word === "&");
}

/** The price of the letters after a word's first, each as near to the beginning as can be. */
function furtherCost(letters: readonly Part[], word: string, isName: boolean): number | undefined {
  const combining = COMBINING.exec(word)?.[0].length;
  let at = 1;
  let isPrefix = true;
  let cost = 0;
  for (const { text, isCapital } of letters) {
    const isAfterPrefix = combining !== undefined && at <= combining && word.startsWith(text, combining);
    const found: number =
      isPrefix && word.startsWith(text, at) ? at : isAfterPrefix ? combining : word.indexOf(text, at);
    if (found < 0) return undefined;
    isPrefix &&= found === at;
    if (!isPrefix && isName) return undefined;
    cost += isPrefix
      ? isCapital
        ? COST.capitalPrefix
        : COST.smallPrefix
      : isAfterPrefix
        ? COST.afterPrefix
        : COST.inner;
    at = found + 1;
  }
  return cost;
}
