/** Lists of words: a text that a pattern matches has a word of each of them. */
export type NeededWords = readonly (readonly string[])[];

/**
 * Words without which no text matches a pattern, as `plainly` writes them, the list that is met most seldom first. They
 * are read from the pattern itself, so that none is forgotten where it changes: to look for words takes far less than to
 * have V8 compile such patterns. Whatever is not understood of a pattern may be anything.
 */
export function wordsNeeded(source: string): NeededWords {
  const reader = { source, at: 0 };
  const known = readAlternatives(reader);
  if (reader.at < source.length) throw unread(source);
  return listsOf(known)
    .toSorted((a, b) => b.rarity - a.rarity)
    .slice(0, MOST_LISTS)
    .map(({ words }) => withoutLonger(words));
}

/** A text as words are looked for in it: in small letters, with one blank for blanks and hyphens. */
export function plainly(text: string): string {
  // To a pattern that minds no capitals the long s is an s.
  return text
    .toLowerCase()
    .replaceAll("ſ", "s")
    .replace(/[ -]{2,}|-/g, " ");
}

/** Whether a text, which is written plainly, has a word of each list. */
export function hasWords(plain: string, needed: NeededWords): boolean {
  return needed.every((words) => words.some((word) => plain.includes(word)));
}

/** Finds in one look which of some words are in a text that is written plainly. None of them may be part of another. */
export function findingWords(words: readonly string[]): (plain: string) => ReadonlySet<string> {
  const pattern = new RegExp(words.join("|"), "g");
  return (plain) => {
    const found = new Set<string>();
    pattern.lastIndex = 0;
    for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
      found.add(match[0]);
      // The next may begin within this one.
      pattern.lastIndex = match.index + 1;
    }
    return found;
  };
}

const MOST_LISTS = 3;
const MOST_WORDS = 40;

interface List {
  readonly words: readonly string[];
  readonly rarity: number;
}

/** What is known of the texts that part of a pattern matches. */
interface Known {
  /** All of them, where they are few. */
  readonly exact?: readonly string[];
  readonly needed: readonly List[];
}

interface Reader {
  readonly source: string;
  at: number;
}

const ANYTHING: Known = { needed: [] };
const NOTHING: Known = { exact: [""], needed: [] };
const BLANK: Known = { exact: [" "], needed: [] };

function readAlternatives(reader: Reader): Known {
  const all = [readSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    all.push(readSequence(reader));
  }
  const [first = ANYTHING] = all;
  if (all.length === 1) return first;
  const exact = all.flatMap((one): readonly (string | undefined)[] =>
    one.needed.length === 0 ? (one.exact ?? [undefined]) : [undefined],
  );
  if (exact.length <= MOST_WORDS && exact.every((text) => text !== undefined)) return { exact, needed: [] };
  const lists = all.map((one) => rarest(listsOf(one)));
  if (!lists.every((list) => list !== undefined)) return ANYTHING;
  const rarity = Math.min(...lists.map((list) => list.rarity));
  return { needed: [{ words: lists.flatMap(({ words }) => words), rarity }] };
}

function readSequence(reader: Reader): Known {
  const needed: List[] = [];
  let run: readonly string[] = [""];
  let isWhole = true;
  while (!/[|)]|^$/.test(reader.source.charAt(reader.at))) {
    const { exact, needed: more } = readRepeated(reader);
    needed.push(...more);
    if (exact !== undefined && run.length * exact.length <= MOST_WORDS) {
      run = run.flatMap((before) => exact.map((after) => (before + after).replace("  ", " ")));
      continue;
    }
    needed.push(...listsOf({ exact: run, needed: [] }));
    run = exact ?? [""];
    isWhole = false;
  }
  return isWhole ? { exact: run, needed } : { needed: listsOf({ exact: run, needed }) };
}

const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y;

function readRepeated(reader: Reader): Known {
  const one = readOne(reader);
  QUANTIFIER.lastIndex = reader.at;
  const [quantifier, least] = QUANTIFIER.exec(reader.source) ?? [];
  if (quantifier === undefined) return one;
  reader.at += quantifier.length;
  if (one === BLANK) return { exact: [" ", ""], needed: [] };
  if (quantifier.startsWith("+") || Number(least) > 0) return { needed: listsOf(one) };
  return quantifier.startsWith("?") && one.exact !== undefined ? { exact: [...one.exact, ""], needed: [] } : ANYTHING;
}

const CLASS_OR_ESCAPE = /\[(?:\\.|[^\]\\]){0,80}\]|\\p\{\w{1,9}\}|\\./iy;

function readOne(reader: Reader): Known {
  const sign = reader.source.charAt(reader.at);
  if (sign === "(") return readGroup(reader);
  CLASS_OR_ESCAPE.lastIndex = reader.at;
  const [found = sign] = CLASS_OR_ESCAPE.exec(reader.source) ?? [];
  reader.at += found.length;
  if (/^[ -]$/.test(found)) return BLANK;
  if (/^[a-z0-9]$/i.test(found)) return { exact: [found.toLowerCase()], needed: [] };
  return /^(?:[\^$]|\\b)$/.test(found) ? NOTHING : ANYTHING;
}

const GROUP = /\((?:\?(?:<?[=!]|:|<\w+>))?/y;

function readGroup(reader: Reader): Known {
  GROUP.lastIndex = reader.at;
  const [opening = ""] = GROUP.exec(reader.source) ?? [];
  reader.at += opening.length;
  const inside = readAlternatives(reader);
  if (reader.source[reader.at] !== ")") throw unread(reader.source);
  reader.at++;
  if (opening.endsWith("!")) return NOTHING;
  // What is only looked at is in the text, and no part of what is matched.
  return opening.endsWith("=") ? { exact: [""], needed: listsOf(inside) } : inside;
}

function unread(source: string): Error {
  return new Error(`the words of this pattern cannot be read: ${source}`);
}

function listsOf({ exact, needed }: Known): readonly List[] {
  if (exact === undefined) return needed;
  const rarity = Math.min(...exact.map(rarityOf));
  return rarity === 0 ? needed : [{ words: exact, rarity }, ...needed];
}

function rarest(lists: readonly List[]): List | undefined {
  return lists.toSorted((a, b) => b.rarity - a.rarity)[0];
}

/** Words that are in reports of any kind: looking for them tells little. */
const COMMON = new Set(
  "this the an is are be to of in for as it and or not which that must should may will with under by report reports paper item items document following next some section table figure page line paragraph members business session agenda meeting take discuss consider".split(
    " ",
  ),
);

/** The letters of the longest word that is not common. */
function rarityOf(text: string): number {
  return Math.max(...text.split(" ").map((word) => (COMMON.has(word) ? 1 : word.length)));
}

/** Where "exempt" is looked for, "exempted" need not be. */
function withoutLonger(words: readonly string[]): readonly string[] {
  const each = [...new Set(words)];
  return each.filter((word) => !each.some((other) => other !== word && word.includes(other)));
}
