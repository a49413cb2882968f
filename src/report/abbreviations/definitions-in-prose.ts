import { type ProseDefinition, pairForms, type TypedShortForm } from "./definition-pair.ts";
import { type DefinitionPlace, definitionPlaces } from "./definition-places.ts";
import { wordsOf } from "./long-form-alignment.ts";
import { shapeOf } from "./short-form.ts";

export type { ProseDefinition } from "./definition-pair.ts";

/** The most characters that a long form may have. */
const MAX_LONG = 250;

/** The most characters before a bracket in which a short form is looked for. */
const MAX_SHORT = 30;

/** What may be in a bracket before a short form, or before a long one. */
const LEAD =
  /^(?:\s|(?:the|an?|or|also|hereafter|hereinafter|henceforth|known|called|referred|to|as|abbreviated|shortened|commonly|generally|usually|often|locally|now|which|is|are|stands?|short|for|i\.?e\.?|aka)\s)*["'“‘]?/;
const SHORT_FORM = String.raw`[\p{L}\p{N}][\p{L}\p{N}&+.-]*(?:['’]s)?`;
const SHORT_INSIDE = [`${SHORT_FORM}\\s[\\p{L}\\p{N}&]+`, `${SHORT_FORM}(?:/${SHORT_FORM})?`].map(
  (pattern) => new RegExp(`^${pattern}`, "u"),
);
const FOLLOWED = /^["'”’]?(?:$|\s?[,;:–—.]|\s-|\s(?:for short|from|since)\b)/;
/** The short form, of one word or two, that is before a bracket or before leading words. */
const BEFORE = new RegExp(String.raw`(?<![^\s("'“‘[/–—])((?:${SHORT_FORM}\s)?)(${SHORT_FORM})["'”’]?\s{0,3}$`, "u");
const FIRST_OF_SEVERAL = /^[^\s,;/]{2,12}(?:\s?[,;/]|\s(?:and|or|&)\s)/;
const SEPARATOR = /\s{0,9}[,;/]\s*(?:(?:and|or)\s)?|\s(?:and|or|&)\s/;
const CONNECTION = /(?:[\s,/]|\s(?:and|or|&)){0,40}$/;
const CLOSING_SIGNS = /(?<![\s"'”’,])[\s"'”’,]*$/;

/**
 * Finds "Harmful Sexual Behaviour (HSB)", "MACEM (Multi-Agency Child Exploitation Meeting)", and the like with square
 * brackets, "known as", "hereafter" or a dash. Where several are in one bracket, "(CSE and CCE)", each is found if all
 * have their own words in front. A plural is given in the singular where it is certain what that is. Takes time in
 * proportion to the text.
 */
export function definitionsInProse(text: string): readonly ProseDefinition[] {
  const found = new Map<number, ProseDefinition>();
  for (const place of definitionPlaces(text)) {
    for (const definition of definitionsAt(text, place)) {
      if (!found.has(definition.shortStart)) found.set(definition.shortStart, definition);
    }
  }
  return [...found.values()];
}

function definitionsAt(text: string, place: DefinitionPlace): readonly ProseDefinition[] {
  const whole = text.slice(place.innerStart, place.innerEnd);
  const lead = LEAD.exec(whole)?.[0].length ?? 0;
  const start = place.innerStart + lead;
  const inside = whole.slice(lead);
  const several = place.kind === "bracket" ? severalShortForms(text, place.start, inside, start) : [];
  if (several.length > 0) return several;
  const definition = shortFormInside(text, place, inside, start) ?? longFormInside(text, place, start);
  return definition === undefined ? [] : [definition];
}

/** "long form (SF)", also "(“SF”)", "(the SF)", "(SF, …)" and "long form, known as SF". */
function shortFormInside(
  text: string,
  place: DefinitionPlace,
  inside: string,
  start: number,
): ProseDefinition | undefined {
  for (const pattern of SHORT_INSIDE) {
    const typed = pattern.exec(inside)?.[0];
    if (typed === undefined || !FOLLOWED.test(inside.slice(typed.length))) continue;
    const definition = longFormBefore(text, place.start, { typed, start }, place.kind);
    if (definition !== undefined) return definition;
  }
  return undefined;
}

/** "(CSE and CCE)", "(CSE/CCE)", "(CSE, CCE)": all of them must have their words in front, in the same order. */
function severalShortForms(text: string, open: number, inside: string, start: number): readonly ProseDefinition[] {
  if (!FIRST_OF_SEVERAL.test(inside)) return [];
  const shorts: TypedShortForm[] = [];
  let at = 0;
  for (const typed of inside.split(SEPARATOR)) {
    at = inside.indexOf(typed, at);
    if (shapeOf(typed) !== "initials") return [];
    shorts.push({ typed, start: start + at });
    at += typed.length;
  }
  if (shorts.length < 2) return [];
  const found: ProseDefinition[] = [];
  let end = open;
  for (const short of shorts.reverse()) {
    const definition = longFormBefore(text, end, short, "words");
    if (definition === undefined) return [];
    found.unshift(definition);
    end = definition.longStart - lengthAtEnd(text, definition.longStart, CONNECTION);
  }
  return found;
}

/** How long what a pattern finds is at the end of the text before `end`; ten characters are looked at. */
function lengthAtEnd(text: string, end: number, pattern: RegExp): number {
  return pattern.exec(text.slice(Math.max(0, end - 10), end))?.[0].length ?? 0;
}

function longFormBefore(
  text: string,
  before: number,
  short: TypedShortForm,
  kind: DefinitionPlace["kind"],
): ProseDefinition | undefined {
  const end = before - lengthAtEnd(text, before, CLOSING_SIGNS);
  const options = { isStartKnown: false, isEndOpen: false, kind };
  return pairForms(text, short, () => wordsOf(text, startOfSentence(text, end), end), options);
}

/** "SF (long form)", "SF stands for long form", "SF – long form –". */
function longFormInside(text: string, place: DefinitionPlace, start: number): ProseDefinition | undefined {
  const from = Math.max(0, place.start - MAX_SHORT);
  const before = BEFORE.exec(text.slice(from, place.start));
  if (before === null) return undefined;
  const [, first = "", second = ""] = before;
  const secondStart = from + before.index + first.length;
  const one = longFormAfter(text, place, start, { typed: second, start: secondStart });
  if (one !== undefined || first === "") return one;
  return longFormAfter(text, place, start, { typed: first + second, start: secondStart - first.length });
}

function longFormAfter(
  text: string,
  place: DefinitionPlace,
  start: number,
  short: TypedShortForm,
): ProseDefinition | undefined {
  const initial = short.typed.charAt(0).toLowerCase();
  // Most brackets hold no long form: this is the cheapest way to see it.
  if (/\p{L}/u.test(initial) && text.charAt(start).toLowerCase() !== initial) return undefined;
  const inside = text.slice(start, place.innerEnd);
  if (place.kind === "words") {
    const end = start + inside.search(/[.;:()[\]\uFFFC–—]|$/);
    const options = { isStartKnown: true, isEndOpen: true, kind: "words" as const };
    const definition = pairForms(text, short, () => wordsOf(text, start, end), options);
    if (definition === undefined) return undefined;
    const after = text.slice(definition.longEnd, definition.longEnd + 4);
    // A line "HSB – Harmful Sexual Behaviour" belongs to a list; in a sentence a second dash follows.
    const isWhole = /[–—-]/.test(text.slice(place.start, place.innerStart))
      ? /^\s?[–—-]/.test(after)
      : /^["'”’]?(?:$|\s?[^\s\p{L}\p{N}]|\s\p{Ll})/u.test(after);
    return isWhole ? definition : undefined;
  }
  for (const end of endsOf(inside)) {
    const options = { isStartKnown: true, isEndOpen: false, kind: "bracket" as const };
    const definition = pairForms(text, short, () => wordsOf(text, start, start + end), options);
    if (definition !== undefined) return definition;
  }
  return undefined;
}

/** Where a long form in a bracket may end, the furthest first: at the bracket's end, at a comma, at a dash. */
function endsOf(inside: string): readonly number[] {
  const stops = Array.from(inside.matchAll(/["”]|[,;:]\s|\s[–—-]\s/g), ({ index }) => index);
  return [...stops.slice(0, 8), inside.length].reverse();
}

/**
 * Where the words begin that may be a long form that ends at `end`: after the last stop, a bracket at its very end
 * apart.
 */
function startOfSentence(text: string, end: number): number {
  const earliest = Math.max(0, end - MAX_LONG);
  let start = end;
  if (text[end - 1] === ")") {
    const own = text.slice(earliest, end).lastIndexOf("(");
    if (own > 0) start = earliest + own;
  }
  while (start > earliest && !isStop(text, start - 1)) start--;
  return start;
}

function isStop(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (/[!?;:()[\]\uFFFC—]/.test(sign)) return true;
  return (sign === "." || sign === "–") && /\s/.test(text.charAt(at + 1));
}
