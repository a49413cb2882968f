/** How a short form is made, which decides how closely it must follow its long form. */
export type ShortFormShape =
  /** HSB, DfE, S106, CO2e: two capitals, or a capital and a figure. */
  | "initials"
  /** Defra, Ofsted: written like a name. */
  | "name"
  /** dph, mph: small letters without a vowel, so that no word is taken for one. */
  | "small";

const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}&/.+-]{0,11}$/u;
const TWO_WORDS = /^[\p{L}\p{N}][\p{L}\p{N}&/.-]{0,11}\s[\p{L}\p{N}&]{1,10}$/u;
const NAME = /^\p{Lu}\p{Ll}{3,9}$/u;
const SMALL = /^[b-df-hj-np-tv-z]{3,4}$/;
/** kWh: the capital is not the first letter. */
const INNER_CAPITAL = /^\p{Ll}{1,2}\p{Lu}\p{L}+$/u;
/** Words that are in brackets after a councillor's name. */
const PARTY = /^(?:Green|Labour|Conservative|Reform|Liberal|Independent)s?$/;

/** A short form has two capitals, or a capital and a figure; "Good", "2018" and "(see" are none. */
export function looksShort(text: string): boolean {
  if (text.length < 2 || !(ONE_WORD.test(text) || TWO_WORDS.test(text))) return false;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 || (capitals === 1 && /\p{N}/u.test(text));
}

/** The shape of what is where running text may put a short form; undefined where it cannot be one. */
export function shapeOf(text: string): ShortFormShape | undefined {
  if (NAME.test(text)) return PARTY.test(text) ? undefined : "name";
  if (SMALL.test(text)) return "small";
  if (INNER_CAPITAL.test(text)) return "initials";
  const isTwoNames = /\s/.test(text) && /\p{Ll}{2}/u.test(text) && !/^\p{Lu}{2,}\s/u.test(text);
  return looksShort(text) && !isTwoNames ? "initials" : undefined;
}

/** One sign of a short form that stands for something in the long form. */
export interface Part {
  readonly text: string;
  readonly kind: "letter" | "figures" | "and";
  readonly isCapital: boolean;
}

/** The signs of a short form that each stand for something: letters, runs of figures, and the ampersand. */
export function partsOf(short: string): readonly Part[] {
  return (short.match(/\p{N}+(?:\.\p{N}+)?|[\p{L}&]/gu) ?? []).map((text) => ({
    text: text.toLowerCase(),
    kind: text === "&" ? "and" : /^\p{N}/u.test(text) ? "figures" : "letter",
    isCapital: /^\p{Lu}/u.test(text),
  }));
}

/** "EHCPs" without its ending; undefined where the short form has none. */
export function withoutPlural(short: string): string | undefined {
  return /[\p{Lu}\p{N}]s$/u.test(short) && short.length > 2 ? short.slice(0, -1) : undefined;
}
