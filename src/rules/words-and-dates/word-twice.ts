import type { RunningText } from "../../text/running-texts.ts";
import { type RaiseFound, rule } from "../rule.ts";

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const SMALL_WORD = /^\p{Ll}[\p{Ll}'’-]*$/u;
const BLANKS = /^[ \t\n\u00a0]{1,12}$/;

/** Words that no sentence has twice in a row, whichever of them begins with a capital. */
const NEVER_TWICE = new Set(
  `the an and or but nor if into onto upon than because although while whereas be been being our their its my your
  these those which whose would should could shall must might also as`.split(/\s+/),
);

/** After such a verb a small word may be its own: "the sum applied for for the works". */
const VERB = /(?:ed|ing|paid|dealt|met|sought|made|come|came|got|gone|care|aware|part|what|who|worth)$/i;
/** "What we were were guests", "had they they would". */
const BEFORE_PAIR = /^(?:we|they|you|he|she|it|there|who|what|whatever|which|that|had|were|should|without)$/i;

/** "What matters matters less." */
const WHAT = /^(?:what|whatever|who|whoever)$/i;

/**
 * "What it is is clear", "all that matters is is said": the sentence begins with what one of the two verbs belongs to.
 */
const WITH_A_CLAUSE = /(?:^|\s)(?:what|whatever|who|whoever|where|how|why|when|that|which|all|than|as)(?:\s|$)/i;
/**
 * A pronoun in front of such a pair belongs to a clause before it, unless it begins the sentence: "the reason it was
 * was simple".
 */
const PRONOUN_BEFORE = /\S\s+(?:I|it|he|she|they|we|you|this|there|here|one)$/i;
const DOUBLED_VERBS = new Set(["is", "was", "are"]);
/**
 * What wants "to" and another verb; after others, "to" may end one clause and begin the next: "the officer I spoke to
 * to check".
 */
const WANTS_TO =
  /(?:^|\s)(?:needs?|wants?|able|unable|likely|unlikely|order|continues?|aims?|intends?|ready|willing)$/i;

/** Never twice, but after these words. */
const TWICE_ONLY_BEHIND: ReadonlyMap<string, RegExp> = new Map([
  ...["of", "for", "with", "by", "from", "at"].map((word) => [word, VERB] as const),
  ...["were", "we", "they", "he", "she"].map((word) => [word, BEFORE_PAIR] as const),
]);

/** "of the of the": a small word and one of these. */
const ARTICLES = new Set(["the", "a", "an", "our", "their", "its"]);
const BEFORE_ARTICLES = new Set(["of", "in", "to", "for", "and", "on", "at", "by", "from", "with", "that", "is", "as"]);

/**
 * Small words that may be twice for a good reason: the end of one clause and the start of the next ("came in in May",
 * "what it is is clear", "had had", "that that"), stress ("very very"), set phrases ("so so", "win win"), and a house's
 * or service's own home or care, where two compounds meet ("a care home home visit").
 */
const MAY_BE_TWICE = new Set(
  [
    "in on up out off over down through to about around along away back after before under",
    "had that is was are has have do did does will can may am",
    "it her his him you me us them this who what there here one two ones no yes not now then when where how why whoever whatever",
    "very so too far long many much more most really never always again well please quite right wrong less few old new",
    "win hush chop choo night fifty pom cha tuk aye dum knick tick tap bye bla blah hear knock rah tut",
    "home school schools care service services tax road park house time work health market centre plan child children water",
    "council councils ward area bus waste street land food business age day week year case team data court library youth family",
    "training support housing client carer staff member head lead side energy heat car cycle air town city parish village county",
    "same other others own each every left",
  ].flatMap((words) => words.split(" ")),
);

/**
 * The same word twice in a row, also over the end of a line and through emphasis. Welsh may repeat small words, so it
 * is left alone.
 */
export const wordTwice = rule({
  id: "word-twice",
  severity: "warning",
  group: "words-and-dates",
  summary: "a word is here twice in a row",
  remedy: "take one of the two out",
  checks: { runningText: check },
});

function check(running: RunningText, raise: RaiseFound): void {
  const { words, lang, placeAt } = running;
  if (lang === "cy") return;
  const row: Word[] = [];
  let reported = -1;
  for (const match of words.matchAll(WORD)) {
    const word = { text: match[0], start: match.index, end: match.index + match[0].length };
    row.push(word);
    if (row.length > 4) row.shift();
    const count = repeatedAtEnd(running, row);
    const first = row.at(-2 * count);
    if (count === 0 || first === undefined || isPartOfMore(words, first.start, word.end)) continue;
    // "the the the" is one mistake.
    if (first.start >= reported) {
      const repeated = words.slice(row.at(-count)?.start, word.end).replace(/\s+/g, " ");
      raise({
        place: placeAt(first.start, word.end),
        message: `"${repeated}" is here twice`,
      });
    }
    reported = word.end;
  }
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** "fail/pass" is more than its parts. */
function isPartOfMore(words: string, start: number, end: number): boolean {
  return /[/–-]/.test(words.charAt(start - 1)) || /[/–-]/.test(words.charAt(end));
}

/** How many of the last words of a row are there twice by mistake: one, two or none. */
function repeatedAtEnd(running: RunningText, row: readonly Word[]): 0 | 1 | 2 {
  const [word, last, before, first] = [row.at(-1), row.at(-2), row.at(-3), row.at(-4)];
  if (word === undefined || last === undefined) return 0;
  if (last.text.length === word.text.length && isRepeated(last.text, word.text)) {
    const preceding = before !== undefined && isNextTo(running, before, last) ? before.text : "";
    return isNextTo(running, last, word) && !mayFollow(preceding, word.text.toLowerCase()) ? 1 : 0;
  }
  if (isDoubledInClause(running, last, word)) return 1;
  if (first === undefined || before === undefined || before.text !== word.text || first.text !== last.text) return 0;
  if (!BEFORE_ARTICLES.has(last.text) || !ARTICLES.has(word.text)) return 0;
  const isRow = isNextTo(running, first, before) && isNextTo(running, before, last) && isNextTo(running, last, word);
  return isRow ? 2 : 0;
}

/** How far back the beginning of a sentence is looked for, in characters. */
const REACH = 160;

/**
 * "The service was was reviewed", "need to to agree": small words that may be twice, in a sentence that gives no reason
 * for it.
 */
function isDoubledInClause(running: RunningText, last: Word, word: Word): boolean {
  const isVerb = DOUBLED_VERBS.has(word.text);
  if (last.text !== word.text || !(isVerb || word.text === "to") || !isNextTo(running, last, word)) return false;
  const before = running.words.slice(Math.max(0, last.start - REACH), last.start);
  const sentence = (before.split(/[.;:!?]\s/).at(-1) ?? "").trim();
  if (!isVerb) return WANTS_TO.test(sentence);
  return sentence !== "" && !WITH_A_CLAUSE.test(sentence) && !PRONOUN_BEFORE.test(sentence);
}

function isNextTo({ words, isBrokenAt }: RunningText, { end }: Word, { start }: Word): boolean {
  if (start - end > 12) return false;
  const between = words.slice(end, start);
  return BLANKS.test(between) && ![...between].some((_, index) => isBrokenAt(end + index));
}

/** Whether the word before a pair makes it one that can be meant: "what matters matters less". */
function mayFollow(before: string, word: string): boolean {
  return !NEVER_TWICE.has(word) && (TWICE_ONLY_BEHIND.get(word) ?? WHAT).test(before);
}

/** "The the", "the the" and "THE THE"; but not "The The", which could be a name, as "Bora Bora" is. */
function isRepeated(first: string, second: string): boolean {
  const small = first.toLowerCase();
  if (small !== second.toLowerCase()) return false;
  if (NEVER_TWICE.has(small))
    return second === small
      ? first === small || first.slice(1) === small.slice(1)
      : isShouted(first) && first === second;
  if (TWICE_ONLY_BEHIND.has(small) || small === "a") return second === small && (first === small || small.length > 1);
  return first === second && first.length > 2 && SMALL_WORD.test(first) && !MAY_BE_TWICE.has(first);
}

function isShouted(word: string): boolean {
  return word.length > 2 && word === word.toUpperCase();
}
