/** What is before and after a stretch of text in its own sentence. */
export interface Sentence {
  readonly before: string;
  readonly after: string;
  /** The sentence before that one, or "" where it is the first of its block. */
  readonly previous: string;
}

/**
 * How far a sentence is followed, in characters: a bound that keeps the work for one stretch fixed, however long the
 * text is.
 */
const REACH = 240;
const STOP = /[.!?](?<=(\p{L}*).)["'”’)\]]{0,3}[ \n\u00a0]+(?=["'“‘([]{0,2}[\p{Lu}\d])/gu;
/** Words whose full stop ends no sentence; a capital or a figure follows them. */
const SHORTENED =
  /^(?:paras?|nos?|vs?|pp?|ss?|pts?|chs?|sch|regs?|arts?|cls?|cllrs?|mrs?|ms|dr|prof|st|rev|hon|eds?|vol|cf|viz|eg|ie|g|e|ibid|op|cit|approx|dept|govt|ltd|figs?|ref|gw|cyng|tud)$/i;

/** Cuts a text at the ends of the sentence that a stretch is in; "para.", "No." and "v." end none. */
export function sentenceAround(text: string, start: number, end: number): Sentence {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  // A stop is known by what follows it, so the first character of the stretch itself is looked at, too.
  const from = stops(before + text.slice(start, start + 1)).at(-1)?.end;
  const earlier = text.slice(
    Math.max(0, start - before.length + (from ?? 0) - REACH),
    start - before.length + (from ?? 0),
  );
  return {
    before: before.slice(from ?? 0),
    after: after.slice(0, stops(after)[0]?.start),
    previous: from === undefined ? "" : earlier.trimEnd().slice(stops(earlier.trimEnd()).at(-1)?.end ?? 0),
  };
}

/** Whether two places are in one sentence, not too far from each other to tell. */
export function isInSentence(text: string, start: number, end: number): boolean {
  return end - start <= REACH && stops(text.slice(start, end)).length === 0;
}

function stops(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(STOP)]
    .filter(([, word = ""]) => !SHORTENED.test(word))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
