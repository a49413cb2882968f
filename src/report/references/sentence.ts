import { countWhile } from "../../text/count-while.ts";

/**
 * How far a sentence is followed, in characters: a bound that keeps the work for one stretch fixed, however long the
 * text is.
 */
const REACH = 240;
const STOP = /[.!?](?<=(\p{L}*).)["'”’)\]]{0,3}[ \n\u00a0]+(?=["'“‘([]{0,2}[\p{Lu}\d])/gu;
/** Words whose full stop ends no sentence; a capital or a figure follows them. */
const SHORTENED =
  /^(?:paras?|nos?|vs|pp|ss|pts?|chs?|sch|regs?|arts?|cls?|cllrs?|mrs?|ms|dr|prof|st|rev|hon|eds?|vol|cf|viz|eg|ie|ibid|op|cit|approx|dept|govt|ltd|figs?|ref|gw|cyng|tud)$/i;

/** Where the sentences of a text begin; "para.", "No.", "v." and "e.g." end none. */
export function sentencesOf(text: string): readonly number[] {
  const stops = [...text.matchAll(STOP)].filter(
    ([, word = ""]) => !(word.length === 1 ? /[egpsv]/ : SHORTENED).test(word),
  );
  return [0, ...stops.map(({ 0: { length }, index }) => index + length)];
}

export type Sentence = ReturnType<typeof sentenceAround>;

/** What is before and after a stretch of text in its sentence, and the one before that, "" where it is the first. */
export function sentenceAround(text: string, sentences: readonly number[], start: number, end: number) {
  const index = countWhile(sentences, (begin) => begin <= start) - 1;
  const [begin = 0, next = text.length] = sentences.slice(index, index + 2);
  return {
    before: text.slice(Math.max(begin, start - REACH), start),
    after: text.slice(end, Math.min(next, end + REACH)),
    previous: text.slice(Math.max(sentences[index - 1] ?? begin, begin - REACH), begin),
  };
}

/**
 * What rules are tried on: the sentence before, a bar, and the sentence, in lower case with single blanks. Words have
 * their marks before them: "^" a capital that begins no sentence or clause, "^^" several; then what `mark` says of a
 * word in lower case.
 */
export function readSentence({ before, after, previous }: Sentence, mark: (word: string) => string): string {
  const read = (words: string): string =>
    words
      .replace(/[§|^~@]/gu, " ")
      .replaceAll("’", "'")
      .replace(/[\p{L}\p{N}]+/gu, (word) => {
        const lower = word.toLowerCase();
        const sign = mark(lower);
        const capitals = lower === word ? 0 : (word.match(/\p{Lu}/gu)?.length ?? 0);
        const isName = capitals > 0 && sign !== "-";
        return `${capitals > 1 && word.length < 8 ? "^^" : isName ? "^" : ""}${sign === "-" ? "" : sign}${lower}`;
      })
      .replace(/\s+/gu, " ");
  const opened = (words: string): string =>
    read(words)
      .replace(/(^|[:;(–—]) ?([^\p{L}\p{N}^]*)\^(?!\^)/gu, "$1 $2")
      .trimStart();
  return `${opened(previous).trimEnd()} | ${opened(before)}§${read(after)}`;
}
