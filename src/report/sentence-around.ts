/** What stands before and behind a stretch of text in its own sentence, white space made single. */
export interface SentenceAround {
  readonly before: string;
  readonly behind: string;
  /** The sentence before that one, or "" where it is the first of its block. */
  readonly previous: string;
}

/** How far a sentence is followed, in characters: a bound that keeps the work for one stretch fixed, however long the text is. */
const REACH = 240;
const STOP = /[.!?](?<=(\p{L}*).)["'”’)\]]{0,3}[ \n\u00a0]+(?=["'“‘([]{0,2}[\p{Lu}\d])/gu;
/** Words whose full stop ends no sentence; a capital or a figure follows them. */
const SHORTENED =
  /^(?:paras?|nos?|vs?|pp?|ss?|pts?|chs?|sch|regs?|arts?|cls?|cllrs?|mrs?|ms|dr|prof|st|rev|hon|ed|eds|vol|cf|viz|eg|ie|g|e|ibid|op|cit|approx|dept|govt|ltd|fig|figs|ref)$/i;

/** Cuts a text at the ends of the sentence that a stretch stands in; "para.", "No." and "v." end none. */
export function sentenceAround(text: string, start: number, end: number): SentenceAround {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  // A stop is known by what follows it, so the first character of the stretch itself is looked at, too.
  const from = stops(before + text.slice(start, start + 1)).at(-1)?.end;
  const to = stops(behind)[0]?.start ?? behind.length;
  return {
    before: single(before.slice(from ?? 0)),
    behind: single(behind.slice(0, to)),
    previous: from === undefined ? "" : lastSentence(text, start - before.length + from),
  };
}

function lastSentence(text: string, end: number): string {
  const earlier = text.slice(Math.max(0, end - REACH), end).trimEnd();
  return single(earlier.slice(stops(earlier).at(-1)?.end ?? 0));
}

/** Whether two places stand in one sentence, not too far from each other to tell. */
export function isInSentence(text: string, start: number, end: number): boolean {
  return end - start <= REACH && stops(text.slice(start, end)).length === 0;
}

function stops(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(STOP)]
    .filter(([, word = ""]) => !SHORTENED.test(word))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

function single(text: string): string {
  return /[\n\u00a0]| {2}/.test(text) ? text.replace(/[ \n\u00a0]+/g, " ") : text;
}
