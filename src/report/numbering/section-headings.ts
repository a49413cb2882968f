import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Language } from "../../model/settings.ts";

export interface AnnexHeading {
  /** "Annex", "Annexe", "Appendix" or "Atodiad", as the author calls it. */
  readonly kind: string;
  readonly letter: string;
  readonly title: string;
}

/** "A", "AA", "1", "1A", "A1" or "IV". */
const LETTER = "([a-z]{1,2}|\\d{1,2}[a-z]?|[a-z]\\d{1,2}|[ivx]{1,4})";
/** A colon, a full stop or a dash between the letter and the title; no dash is in "A-C", which is a range. */
const SIGN = "(?:\\s*:\\s*|\\s*\\.(?!\\d)\\s*|\\s+[–—‑-]+\\s*|[–—‑-]+\\s*(?![a-z0-9]{1,2}$)|$)(.*)";
/**
 * With nothing between them the letter is a capital or a number, or "Annex to the plan" would be one, and the title
 * begins with no joining word.
 */
const NOTHING =
  "\\s+(?!(?:AN|AND|AS|AT|BY|FOR|IN|IS|OF|ON|OR|THE|TO|WITH)\\s+[A-Z]{2})([A-Z]{1,2}|\\d{1,2}[A-Z]?|[A-Z]\\d{1,2}|[IVX]{1,4})\\s+(?!(?:[Aa][cn]?|[Aa]nd|[Aa]s|[Aa]t|[Bb]y|[Ff]or|[Ff]rom|[Hh]as|[Ii]n|[Ii]s|[Nn]eu|[Oo]f|[Oo]n|[Oo]r|[Tt]o|[Ww]as|[Ww]ith|AND|OF|OR|TO|&)\\s)(\\p{L}.*)";
/** A Welsh report may have annexes in both languages. */
const NOUNS: Readonly<Record<Language, string>> = { "en-GB": "annexe?|appendix", cy: "annexe?|appendix|atodiad" };
const ANNEX_HEADINGS = { "en-GB": annexHeadings("en-GB"), cy: annexHeadings("cy") } as const;

function annexHeadings(lang: Language): readonly RegExp[] {
  const noun = NOUNS[lang];
  const anyCase = noun.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return [new RegExp(`^(${noun})\\s+${LETTER}${SIGN}$`, "iu"), new RegExp(`^(${anyCase})${NOTHING}$`, "u")];
}

/**
 * Reads `Annex A: Title`, `Appendix 1 – Title` or `Annexe B Title`, and `Atodiad A: Teitl` in a Welsh report; the
 * heading of an annex that is written in the report is of the second level.
 */
export function readAnnexHeading(heading: Heading, lang: Language): AnnexHeading | undefined {
  if (heading.depth !== 2) return undefined;
  const words = textOf(heading).trim();
  const match = ANNEX_HEADINGS[lang].map((pattern) => pattern.exec(words)).find((found) => found !== null);
  if (match === undefined || match === null) return undefined;
  const [, kind = "", letter = "", title = ""] = match;
  return {
    kind: kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase(),
    letter: letter.toUpperCase(),
    title: title.trim(),
  };
}

/** "Abbreviations and terms" is none of them: what its terms mean is more than a long form. */
const ABBREVIATIONS =
  /^(?:(?:list of |glossary of |table of |key to )?(?:abbreviations|acronyms|initialisms)(?: (?:and|&) (?:abbreviations|acronyms|initialisms))?(?: used(?: in this (?:report|document|paper))?)?|(?:(?:rhestr|tabl|geirfa) (?:o )?|allwedd i )?(?:byrfoddau|fyrfoddau|talfyriadau|dalfyriadau|acronymau)(?: (?:ac?|&) (?:byrfoddau|talfyriadau|thalfyriadau|acronymau))?(?: a ddefnyddi(?:r|wyd)(?: yn yr adroddiad(?: hwn)?)?)?)\s*:?$/i;

/** Whether a heading is over a list of abbreviations, which the generated glossary replaces; in English or in Welsh. */
export function isAbbreviationsHeading(heading: Heading): boolean {
  return ABBREVIATIONS.test(textOf(heading).trim());
}
