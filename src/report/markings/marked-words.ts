import { closestMatch } from "../../text/closest-match.ts";
import { LANGUAGES } from "./languages.ts";
import type { MarkedWords } from "./marked-lines.ts";
import type { Marking, MarkingLanguage } from "./table.ts";
import {
  asRead,
  inOneLine,
  isReadAsOthers,
  sentencesOf,
  stretchOf,
  type WordsAsRead,
  wordsAlone,
} from "./words-as-read.ts";
import { findingWords, hasWords, type NeededWords, plainly } from "./words-needed.ts";
import { wordsOfMarkings } from "./words-of-markings.ts";

const APART = LANGUAGES.flatMap(({ apart }) => apart);

/** Words by which a paper says that it, or part of it, is not public. */
export interface FoundMarking {
  readonly start: number;
  /** "part": some of the report; "annexes": these, or, where none is named, some of them; "areOwn" where it says that they are the report's. */
  readonly of: "report" | "part" | { readonly annexes: readonly string[]; readonly areOwn?: true };
  readonly on: Marking["on"];
}

/** Finds the markings in words of a paper, in their order; those that `{elsewhere}` follows are left alone. */
export function findMarkings(words: MarkedWords): readonly FoundMarking[] {
  const read = wordsAlone(words.text);
  const isReadOtherwise = isReadAsOthers(read) || (read.includes("/") && STRUCK_OUT.test(read));
  const possible = isReadOtherwise ? undefined : markingsThatMayBeIn(plainly(read), words.kind);
  if (possible?.size === 0 && !ANSWERED.test(read)) return [];
  const whole = asRead(words.text, APART);
  const sentences = words.kind === "pair" ? [] : sentencesOf(whole);
  return LANGUAGES.flatMap((all) => {
    const markings = possible === undefined ? all.markings : all.markings.filter((marking) => possible.has(marking));
    const language = { ...all, markings };
    return [...inLines(whole, words, language), ...sentences.flatMap((sentence) => inSentence(sentence, language))];
  }).sort((a, b) => a.start - b.start);
}

/** An answer: what is asked may be a word that is mistyped, which no list of words has. */
const YES = "(?:yes|true|y|ydy|oes)";
const ANSWERED = new RegExp(String.raw`[:?=|-] ?${YES}\b`, "iu");
const ANSWERED_NAME = new RegExp(String.raw`^(\p{L}+) ?[:?=|-]+ ?${YES}$`, "iu");

/** Two answers of which one is to be struck out; the words around them are read without them. */
const YES_OR_NO = String.raw`\b(?:yes|y) ?\/ ?(?:no|n)\b`;
const STRUCK_OUT = new RegExp(YES_OR_NO, "iu");
const STRUCK_OUT_BEFORE_WORDS = new RegExp(String.raw`\(?${YES_OR_NO}\)?(?= ?[:=?-] ?\p{L})`, "giu");

let needed: ReadonlyMap<Marking, NeededWords> | undefined;

function neededWords(): ReadonlyMap<Marking, NeededWords> {
  if (needed !== undefined) return needed;
  const all = wordsOfMarkings();
  needed = new Map(
    LANGUAGES.flatMap(({ markings }, of) => markings.map((marking, at) => [marking, all[of]?.[at] ?? []] as const)),
  );
  return needed;
}

/** Markings, each with what it needs one of, by a word that is part of that; and what finds these words. */
interface FirstWords {
  readonly markings: ReadonlyMap<string, ReadonlyMap<Marking, readonly string[]>>;
  readonly wordsIn: (plain: string) => Iterable<string>;
}

let firstWords: FirstWords | undefined;

/** By few words, since where "exempted" is, "exempt" is, too. */
function markingsByWord(): FirstWords {
  if (firstWords !== undefined) return firstWords;
  const found = new Map<string, Map<Marking, string[]>>();
  const each = [...neededWords()].flatMap(([marking, [words = [""]]]) => words.map((word) => ({ word, marking })));
  for (const { word, marking } of each.toSorted((a, b) => a.word.length - b.word.length)) {
    const key = [...found.keys()].find((shorter) => word.includes(shorter)) ?? word;
    const those = found.get(key) ?? new Map<Marking, string[]>();
    found.set(key, those.set(marking, [...(those.get(marking) ?? []), word]));
  }
  firstWords = { markings: found, wordsIn: findingWords([...found.keys()]) };
  return firstWords;
}

/** The markings that are looked for in such words, and whose words are all in the text, which is written plainly. */
function markingsThatMayBeIn(plain: string, kind: MarkedWords["kind"]): ReadonlySet<Marking> {
  const { markings, wordsIn } = markingsByWord();
  const found = new Set<Marking>();
  for (const part of wordsIn(plain))
    for (const [marking, words] of markings.get(part) ?? [])
      if ((kind !== "pair" || isOfPairs(marking)) && words.some((word) => plain.includes(word)))
        if (mayMatch(marking, plain)) found.add(marking);
  return found;
}

/** Whether a marking is a name with what is said of it. */
function isOfPairs({ on }: Marking): boolean {
  return on === "answer" || on === "denial";
}

/** Whether a marking's pattern need be tried on a text that is written plainly. */
function mayMatch(marking: Marking, plain: string): boolean {
  return hasWords(plain, neededWords().get(marking) ?? []);
}

function inSentence(sentence: WordsAsRead, language: MarkingLanguage): readonly FoundMarking[] {
  const { text, offsets } = sentence;
  const plain = plainly(text);
  const possible = language.markings.filter((marking) => marking.on === "sentence" && mayMatch(marking, plain));
  if (possible.length === 0 || (/\?\W*$/.test(text) && language.question.test(text))) return [];
  const all = annexesIn(text, language);
  const matches = possible.flatMap((marking) => {
    // A pattern with another flag is one to be made anew, which takes longer than to see that it is not needed.
    if (!marking.pattern.test(text)) return [];
    return [...text.matchAll(new RegExp(marking.pattern, `${marking.pattern.flags}g`))]
      .filter(({ index }) => !language.negation.test(text.slice(Math.max(0, index - LONGEST_DENIAL), index)))
      .map(({ 0: matched, index }) => ({ marking, matched, index, end: index + matched.length }));
  });
  return matches.flatMap(({ marking, matched, index, end }): readonly FoundMarking[] => {
    const nextClause = text.slice(end).search(language.clause);
    const others = matches.flatMap((other) => (other.index >= end ? [other.index] : []));
    const nextStart = Math.min(...others, nextClause === -1 ? text.length : end + nextClause);
    if (isLeftAlone(sentence, end, language, nextStart)) return [];
    const owned = language.annexOf.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[0];
    // "The appendix to this report, and this report, are exempt": the report is, too.
    const isOfBoth = language.reportAndAnnexes.test(matched) || marking.pattern.test(matched.slice(1));
    if (owned !== undefined && !isOfBoth) {
      const annexes = annexesIn(owned, language) ?? [];
      return [{ start: offsets[index] ?? 0, of: { annexes, areOwn: true }, on: "sentence" }];
    }
    const annexes = marking.of === "annex" ? annexesIn(matched, language) : all;
    const isOfReport = marking.of === "report" || annexes === undefined || language.reportAndAnnexes.test(matched);
    const of = !isOfReport ? { annexes } : marking.of === "part" ? "part" : "report";
    return [{ start: offsets[index] ?? 0, of, on: "sentence" }];
  });
}

const LONGEST_DENIAL = 80;
/** No words for annexes and their letters are longer. */
const LONGEST_NAME = 120;

function inLines(
  whole: WordsAsRead,
  { kind, answers = [], rowBefore = "" }: MarkedWords,
  language: MarkingLanguage,
): readonly FoundMarking[] {
  const isNone = (said: string | undefined): boolean =>
    said !== undefined && language.none.test(inOneLine(asRead(said, [])).text);
  const isAnswered = answers.some((answer) => isNone(answer.slice(0, LONGEST_ANSWER)));
  return linesOf(whole, kind).flatMap(({ line, context, isWhole, isField, mayBeWord }) => {
    const saysNone = (isWhole && isAnswered) || isNone(/[:?=|]([^:?=|]{0,100})$/.exec(line.text)?.[1]);
    const plain = plainly(line.text);
    const marking = language.markings.find(
      (one) =>
        (!saysNone || one.on === "denial") &&
        (isOfPairs(one) || (kind !== "pair" && !isField && (one.on === "line" || (one.on === "word" && mayBeWord)))) &&
        mayMatch(one, plain) &&
        one.pattern.test(line.text),
    );
    if (marking === undefined && (saysNone || !isMistyped(line.text, language))) return [];
    if (isLeftAlone(line, 1, language)) return [];
    const named = [context, rowBefore].find(
      (words) => words.search(language.annex) !== -1 && isOfAnnexes(words, language),
    );
    const annexes = named === undefined ? undefined : annexesIn(named, language);
    const of = annexes !== undefined ? { annexes } : marking?.of === "part" ? "part" : "report";
    return [{ start: line.offsets[0] ?? 0, of, on: marking?.on ?? "line" }];
  });
}

const LONGEST_ANSWER = 200;

/** "Confidental: Yes". */
function isMistyped(line: string, { names }: MarkingLanguage): boolean {
  const name = ANSWERED_NAME.exec(line)?.[1];
  return name !== undefined && closestMatch(name, names) !== undefined;
}

interface Line {
  readonly line: WordsAsRead;
  /** The line with what signs part it from. */
  readonly context: string;
  readonly isWhole: boolean;
  /** Whether it is one of several names with what is said of each, on one line. */
  readonly isField: boolean;
  /** Whether one word alone may be a marking. */
  readonly mayBeWord: boolean;
}

/** Lines beyond this are prose, in which only a marking in capitals stands out. */
const LONGEST_LINE = 400;
const LONGEST_TITLE = 150;
const LONGEST_MARKED_SENTENCE = 100;
const BETWEEN_SENTENCES = /[.!] (?=\p{Lu})/gu;
const BETWEEN_FIELDS = / \| |; | [•·] |, (?=\p{Lu}[^,:]{0,40}: )/gu;
const SIGNS = / - | \| |[:;|([\])] ?|[.!?] /g;

/**
 * All that may be a line of its own: the whole, its lines, two of them together, and what signs part from the rest of
 * one.
 */
function linesOf(whole: WordsAsRead, kind: MarkedWords["kind"]): readonly Line[] {
  const flat = inOneLine(whole);
  const found: Line[] = [];
  const add = (
    start: number,
    end: number,
    context: string,
    how: "whole" | "line" | "field" | "sentence" | "end" | "piece",
  ): void => {
    const isShouted = isInCapitals(flat.text.slice(start, end));
    if (!isShouted && (how === "piece" || end - start > LONGEST_LINE * 3)) return;
    // A marker after a bracket is after the words in it.
    const closing = /^[)\]"' ]*/.exec(flat.text.slice(end, end + 9))?.[0].length ?? 0;
    const line = bare(stretchOf(flat, start, end + closing));
    const isHead = /^(?:\p{Lu}|x\]|[✓✔☑☒])/u.test(line.text);
    if (
      line.text === "" ||
      (!isShouted && !isHead && (how === "line" || how === "field" || how === "sentence" || kind === "item"))
    )
      return;
    const isWhole = how === "whole";
    const isPlain =
      (isWhole && kind !== "cell" && kind !== "pair" && kind !== "item") ||
      (how === "end" && kind === "title") ||
      (how === "line" && kind === "text" && !/\n/.test(whole.text.slice(start, end)));
    found.push({ line, context, isWhole, isField: how === "field", mayBeWord: isShouted || isPlain });
  };
  add(0, flat.text.length, flat.text.slice(0, LONGEST_LINE), "whole");
  if (kind === "pair") return found;
  const ends = [...whole.text.matchAll(/\n|$/g)].map(({ index }) => index);
  for (const [index, end] of ends.entries()) {
    const start = (ends[index - 1] ?? -1) + 1;
    const context = flat.text.slice(start, Math.min(end, start + LONGEST_LINE));
    const next = ends[index + 1];
    if (ends.length > 1) add(start, end, context, "line");
    if (ends.length > 2 && next !== undefined) add(start, next, context, "line");
    const text = flat.text.slice(start, end);
    // "Draft – not for publication" is no sentence.
    const isTitle =
      kind === "title" ||
      (kind === "text" && ends.length === 1 && text.length <= LONGEST_TITLE && !/[.?!;:]\W*$/.test(text));
    if (text.length <= LONGEST_LINE)
      for (const [from, to] of between(BETWEEN_FIELDS, text)) add(start + from, start + to, context, "field");
    for (const [from, to] of between(BETWEEN_SENTENCES, text))
      if (to - from <= LONGEST_MARKED_SENTENCE) add(start + from, start + to, context, "sentence");
    const signs = [...text.matchAll(SIGNS)];
    if (signs.length > 0)
      add(start, start + (signs[0]?.index ?? 0), context, kind === "title" && !text.includes("?") ? "end" : "piece");
    for (const [order, sign] of signs.entries()) {
      const from = start + sign.index + sign[0].length;
      const to = start + (signs[order + 1]?.index ?? text.length);
      const isLast = isTitle && /^\W*$/.test(flat.text.slice(to, end));
      add(from, to, context, isLast ? "end" : "piece");
      if (isTitle && to < end && text.length <= LONGEST_LINE) add(from, end, context, "end");
    }
  }
  return found;
}

/** Where each stretch of a text starts and ends, where signs part it into several. */
function between(signs: RegExp, text: string): readonly (readonly [number, number])[] {
  const found = [...text.matchAll(signs)];
  if (found.length === 0) return [];
  const starts = [0, ...found.map(({ 0: sign, index }) => index + sign.length)];
  return starts.map((start, order) => [start, found[order]?.index ?? text.length]);
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{3}|\p{Lu}\W+\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

/** Signs and numbers around what a line says. */
const BEFORE = /^(?:[^\p{L}\p{N}✓✔☑☒]+|(?:\d+(?:\.\d+)*|\(?[a-z]{1,3}\))[.)]? (?=\D))+/iu;
const AFTER = /[^\p{L}\p{N}✓✔☑☒]$/u;

/** A line without the signs around its words, and without "Yes/No" that is to be struck out. */
function bare(words: WordsAsRead): WordsAsRead {
  const text = words.text.replace(STRUCK_OUT_BEFORE_WORDS, (asked) => " ".repeat(asked.length));
  const from = BEFORE.exec(text)?.[0].length ?? 0;
  let to = text.length;
  while (to > from && AFTER.test(text.charAt(to - 1))) to--;
  const { markers, ...kept } = stretchOf({ ...words, text }, from, to);
  const after = words.markers.some((at) => at > to) ? [to - from] : [];
  return { ...kept, markers: [...markers, ...after] };
}

/**
 * Whether the marker is after the words in their clause, and there is no reference and no other marking between, whose
 * marker it would be.
 */
function isLeftAlone(
  { text, markers }: WordsAsRead,
  end: number,
  { annex, paragraph }: MarkingLanguage,
  nextStart = Number.POSITIVE_INFINITY,
): boolean {
  const at = markers.find((marker) => marker >= end);
  if (at === undefined || at > nextStart) return false;
  const between = text.slice(end, at);
  return !paragraph.test(between) && between.search(annex) === -1;
}

/** The letters or numbers of the annexes that words name; nothing where they speak of none. */
function annexesIn(text: string, { annex }: MarkingLanguage): readonly string[] | undefined {
  const named = [...text.matchAll(annex)];
  return named.length === 0 ? undefined : named.flatMap(({ groups }) => lettersIn(groups?.["named"] ?? ""));
}

/** "A to C" names three. */
function lettersIn(named: string): readonly string[] {
  const letters: string[] = [];
  for (const { 0: letter, index } of named
    .toUpperCase()
    .matchAll(/(?<![\p{L}\p{N}])(?:[A-Z]\d?|\d{1,2}|[IVX]+)(?![\p{L}\p{N}])/gu)) {
    const isRange = /(?:\bto|\bi|[A-Z\d] ?-) ?$/i.test(named.slice(0, index));
    const last = letters.at(-1);
    letters.push(...(isRange && last !== undefined ? lettersBetween(last, letter) : []), letter);
  }
  return letters;
}

function lettersBetween(first: string, last: string): readonly string[] {
  const isOfFigures = /^\d+$/.test(first) && /^\d+$/.test(last);
  const at = (name: string): number => (isOfFigures ? Number(name) : (name.codePointAt(0) ?? 0));
  const length = Math.max(0, at(last) - at(first) - 1);
  return Array.from({ length }, (_, index) =>
    isOfFigures ? String(at(first) + index + 1) : String.fromCodePoint(at(first) + index + 1),
  );
}

/** Whether a line begins with an annex, or names one with nothing before it but words of the marking itself. */
function isOfAnnexes(line: string, { annex, words, law }: MarkingLanguage): boolean {
  const first = line.replace(law, "").replace(BEFORE, "");
  const before = first.slice(0, Math.max(0, first.search(annex)));
  return before
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()
    .split(" ")
    .every((word) => word === "" || words.test(word));
}
