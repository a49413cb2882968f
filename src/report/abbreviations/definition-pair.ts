import type { DefinitionPlace } from "./definition-places.ts";
import { type Alignment, type AlignmentOptions, align, type Word } from "./long-form-alignment.ts";
import { partsOf, type ShortFormShape, shapeOf, withoutPlural } from "./short-form.ts";
import { singularLongForm } from "./singular.ts";

/** A short form that running text explains, and where both stand in it. */
export interface ProseDefinition {
  readonly short: string;
  readonly long: string;
  readonly shortStart: number;
  readonly shortEnd: number;
  readonly longStart: number;
  readonly longEnd: number;
}

/** A short form as typed, and where it stands. */
export interface TypedShortForm {
  readonly typed: string;
  readonly start: number;
}

interface PairingOptions extends Pick<AlignmentOptions, "isStartKnown" | "isEndOpen"> {
  /** What is between the two: without a bracket the words must follow the letters more closely. */
  readonly kind: DefinitionPlace["kind"];
}

/**
 * Pairs a short form with the words that it stands for, among `words`; undefined where there are none, or where they only seem to be.
 */
export function pairForms(
  text: string,
  short: TypedShortForm,
  words: () => readonly Word[],
  { kind, ...options }: PairingOptions,
): ProseDefinition | undefined {
  const typed = bare(short.typed);
  const shape = shapeOf(typed);
  if (shape === undefined) return undefined;
  const near = nearest(words(), typed, options.isStartKnown);
  const readings = [typed, withoutPlural(typed), figuresFirst(typed)].flatMap((reading) => {
    if (reading === undefined) return [];
    const found = align(partsOf(reading), near, { ...options, isName: shape === "name" });
    return found === undefined ? [] : [{ ...found, reading }];
  });
  const [best] = readings.sort((a, b) => a.cost - b.cost);
  if (best === undefined || best.cost > dearest(best.reading, shape, kind) || !isPlausible(text, best, best.reading))
    return undefined;
  const longEnd = withoutPossessive(text, closed(text, best));
  const isPlural = best.reading === withoutPlural(typed) || /['’]s$/.test(short.typed);
  const long = flat(text.slice(best.start, longEnd));
  const singular = isPlural ? singularLongForm(long) : undefined;
  return {
    short: singular === undefined ? typed : (withoutPlural(typed) ?? typed),
    long: singular ?? long,
    shortStart: short.start,
    shortEnd: short.start + short.typed.length,
    longStart: best.start,
    longEnd,
  };
}

/** As many words as a long form may have: Schwartz and Hearst's bound, and some for small words and halves of words. */
function nearest(words: readonly Word[], short: string, isStartKnown: boolean): readonly Word[] {
  const most = Math.min(short.length + 5, short.length * 2) + 6;
  return isStartKnown ? words.slice(0, most) : words.slice(-most);
}

/**
 * How far from plain initials a long form may be, by the number of letters. Three letters stand within longer words by chance too often:
 * they must begin words, all but one of which may have none.
 */
function dearest(short: string, shape: ShortFormShape, kind: DefinitionPlace["kind"]): number {
  const letters = short.match(/\p{L}/gu)?.length ?? 0;
  if (shape === "small") return 0;
  if (shape === "name") return letters / 2;
  if (kind === "words") return letters < 3 ? 0 : 0.5;
  return letters < 2 ? 0 : letters === 2 ? 1 : letters === 3 ? 1.25 : 2.5;
}

const TITLE = /(?:^|\s)(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd)\.?\s$/;

/** Keeps out the initials of people, what is numbered ("car parking (CP1)"), names of files, and single words other than "tuberculosis (TB)". */
function isPlausible(text: string, { start, end, words, cost }: Alignment, short: string): boolean {
  const long = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  if (TITLE.test(before) || (words < 3 && TITLE.test(`${long.split(/\s/, 1)[0]} `))) return false;
  if (/^\p{Lu}\.?\s/u.test(long) && !/^[AI]\s/.test(long)) return false;
  if (long.length <= short.length || long.split(/[^\p{L}\p{N}&]+/u).includes(short) || /[#@:=<>_\\]/.test(long))
    return false;
  if (cost > 0 && /^\p{L}{2}\p{N}/u.test(short) && !/oxide|particulate/i.test(long)) return false;
  if (words > 1) return true;
  const isPlainWord = /^\p{Ll}/u.test(long) || /(?:^|[.!?]\s)$/.test(before);
  return isPlainWord && long.length >= 8 && !long.toLowerCase().startsWith(short.toLowerCase());
}

/** A long form that ends in a bracket of its own, "Special Educational Needs (and Disabilities)", is taken with it. */
function closed(text: string, { start, end }: Alignment): number {
  const opened = text.slice(start, end).split("(").length - 1;
  return opened === 1 && text[end] === ")" ? end + 1 : end;
}

function withoutPossessive(text: string, end: number): number {
  return /['’]s$/.test(text.slice(end - 2, end)) ? end - 2 : /['’]$/.test(text.slice(end - 1, end)) ? end - 1 : end;
}

/** In "fourth Local Transport Plan (LTP4)" the figure comes first. */
function figuresFirst(short: string): string | undefined {
  const [, letters, figures] = /^(\p{L}+)(\p{N})$/u.exec(short) ?? [];
  return letters === undefined || figures === undefined ? undefined : figures + letters;
}

/** A short form without a possessive ending. */
function bare(typed: string): string {
  return typed.replace(/['’]s$/, "").replace(/(?<![.-])[.-]+$/, "");
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
