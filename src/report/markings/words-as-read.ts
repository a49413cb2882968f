import { distance } from "fastest-levenshtein";
import { countWhile } from "../../text/count-while.ts";
import { ELSEWHERE, isElsewhere } from "../../text/elsewhere.ts";

/**
 * Words with every blank, dash and quotation mark of one kind, each character with its place in the words that were
 * typed.
 */
export interface WordsAsRead {
  readonly text: string;
  readonly offsets: readonly number[];
  /** Where `{elsewhere}` was, in order. */
  readonly markers: readonly number[];
}

/**
 * Reads words as a reader does, whatever signs were typed for blanks and dashes, and with letters that are apart
 * brought together.
 */
export function asRead(typed: string, phrasesApart: readonly string[]): WordsAsRead {
  let text = "";
  const offsets: number[] = [];
  const markers: number[] = [];
  const put = (characters: string, at: number): void => {
    for (const character of characters) {
      if (character === " " && (text === "" || text.endsWith(" ") || text.endsWith("\n"))) continue;
      text += character;
      for (let unit = 0; unit < character.length; unit++) offsets.push(at);
    }
  };
  for (let at = 0; at < typed.length; ) {
    if (isElsewhere(typed, at)) {
      markers.push(text.endsWith(" ") ? text.length - 1 : text.length);
      at += ELSEWHERE.length;
      continue;
    }
    const character = String.fromCodePoint(typed.codePointAt(at) ?? 0);
    put(asTyped(character), at);
    at += character.length;
  }
  return withoutGaps({ text, offsets, markers }, phrasesApart);
}

/** The words as they are read, in one line, without their places, which take much longer to find. */
export function wordsAlone(typed: string): string {
  const text = typed.replaceAll(ELSEWHERE, "").replace(/[^ -_a-~]/gu, asTyped);
  return text.replace(/[ \n]{2,}|\n/g, " ");
}

/** Whether there are letters that are apart, or words that are often mistyped: such are read as other words. */
export function isReadAsOthers(text: string): boolean {
  return HAS_APART.test(text) || mistypedIn(text).length > 0;
}

function asTyped(character: string): string {
  if (/[ -~]/.test(character) || character === "\n") return character === "`" ? "'" : character;
  if (character === "\t") return " | ";
  if (/[\u2012-\u2015\u2212]/.test(character)) return " - ";
  if (/[\u2010\u2011]/.test(character)) return "-";
  if (/[‘’ʼ´]/.test(character)) return "'";
  if (/[“”«»„]/.test(character)) return '"';
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(character)) return "";
  return LATIN.get(character) ?? (/\s/.test(character) ? " " : character.normalize("NFKC"));
}

/** Letters of other scripts that look like Latin ones. */
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", (character, index) => [
    character,
    "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo".charAt(index),
  ]),
);

const APART = /(?<![\p{L}\p{N}])\p{L}(?:[ ._-]{1,3}\p{L}){4,}(?![\p{L}\p{N}])/gu;
/** The same, which begins where few places of a text have anything: at a sign, before it is asked what is before that. */
const HAS_APART = /[ ._-](?<=(?<![\p{L}\p{N}])\p{L}.)[ ._-]{0,2}\p{L}(?:[ ._-]{1,3}\p{L}){3,}(?![\p{L}\p{N}])/u;

const OFTEN_MISTYPED = ["confidential", "publication"];

const MAY_BE_MISTYPED = new RegExp(OFTEN_MISTYPED.map(mistypings).join("|"), "iu");

/**
 * A pattern of what is in each way to mistype a word: where a letter is missing, wrong or too many, two thirds of the
 * word are left; where one is in another place, one third, among letters of the word and no others.
 */
function mistypings(word: string): string {
  const [a = "", b = "", c = ""] = [0, 1, 2].map((third) =>
    word.slice(Math.ceil((third * word.length) / 3), Math.ceil(((third + 1) * word.length) / 3)),
  );
  const among = (before: number, third: string): string => {
    const after = word.length - before - third.length;
    return `${third}(?<=[${word}]{${Math.max(0, before - 1)}}${third})[${word}]{${Math.max(0, after - 1)}}`;
  };
  const inPlaces = [among(0, a), among(a.length, b), among(a.length + b.length, c)].join("|");
  return `${a}${b}|${b}${c}|${a}\\p{L}{${b.length - 1},${b.length + 1}}${c}|${inPlaces}`;
}

/** "CONFIDENTAL" as it is meant. */
function mistypedIn(text: string): readonly { start: number; end: number; phrase: string }[] {
  // Most texts have none: to look at each long word takes much longer.
  if (!MAY_BE_MISTYPED.test(text)) return [];
  return [...text.matchAll(/\p{L}{9,14}/gu)].flatMap(({ 0: typed, index }) => {
    const lower = typed.toLowerCase();
    const meant = OFTEN_MISTYPED.find(
      (word) => lower !== word && lower !== `${word}s` && (distance(lower, word) === 1 || isSwapped(lower, word)),
    );
    if (meant === undefined) return [];
    const isInCapitals = /^\p{Lu}{2}/u.test(typed);
    const phrase = isInCapitals ? meant.toUpperCase() : typed.charAt(0) + meant.slice(1);
    return [{ start: index, end: index + typed.length, phrase }];
  });
}

function isSwapped(typed: string, word: string): boolean {
  return (
    typed.length === word.length && distance(typed, word) === 2 && [...typed].sort().join() === [...word].sort().join()
  );
}

/** "E X E M P T" and "CONFIDENTAL" as they are read. */
function withoutGaps(words: WordsAsRead, phrases: readonly string[]): WordsAsRead {
  const apart = [...words.text.matchAll(APART)].flatMap(({ 0: typed, index }) => {
    const letters = typed.replace(/[^\p{L}]/gu, "").toLowerCase();
    const phrase = phrases.find((one) => letters.includes(one.replaceAll(" ", "")));
    return phrase === undefined ? [] : [{ start: index, end: index + typed.length, phrase: phrase.toUpperCase() }];
  });
  const instead = [...apart, ...mistypedIn(words.text)].sort((a, b) => a.start - b.start);
  if (instead.length === 0) return words;
  const pieces: WordsAsRead[] = [];
  let from = 0;
  for (const { start, end, phrase } of instead) {
    const offsets = Array.from(phrase, () => words.offsets[start] ?? 0);
    pieces.push(stretchOf(words, from, start), { text: phrase, offsets, markers: [] });
    from = end;
  }
  return joined([...pieces, stretchOf(words, from, words.text.length)]);
}

function joined(pieces: readonly WordsAsRead[]): WordsAsRead {
  let length = 0;
  const markers: number[] = [];
  for (const piece of pieces) {
    for (const at of piece.markers) markers.push(at + length);
    length += piece.text.length;
  }
  return { text: pieces.map(({ text }) => text).join(""), offsets: pieces.flatMap(({ offsets }) => offsets), markers };
}

/** Part of the words, with the markers within it and at its end. */
export function stretchOf({ text, offsets, markers }: WordsAsRead, start: number, end: number): WordsAsRead {
  const within: number[] = [];
  for (let index = countWhile(markers, (marker) => marker < start); (markers[index] ?? end + 1) <= end; index++)
    within.push((markers[index] ?? 0) - start);
  return { text: text.slice(start, end), offsets: offsets.slice(start, end), markers: within };
}

const END = /[.!?;](?=[ "')\]])(?<!\b(?:para|paras|no|nos|app|sch|pt|cllr|art|reg)\.)/giu;

/** The sentences of words, whose line ends are blanks. */
export function sentencesOf(words: WordsAsRead): readonly WordsAsRead[] {
  const flat = inOneLine(words);
  const ends = [...[...flat.text.matchAll(END)].map(({ index }) => index + 1), flat.text.length];
  return ends.map((end, index) => stretchOf(flat, ends[index - 1] ?? 0, end));
}

/** The words without line ends. */
export function inOneLine(words: WordsAsRead): WordsAsRead {
  return { ...words, text: words.text.replaceAll("\n", " ") };
}
