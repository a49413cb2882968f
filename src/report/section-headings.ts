import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Language } from "../model.ts";

export interface AnnexHeading {
  /** "Annex", "Appendix" or "Atodiad", as the author calls it. */
  readonly kind: string;
  readonly letter: string;
  readonly title: string;
}

const REST = "\\s+([a-z]{1,2}|\\d{1,2})(?:\\s*[:.]\\s*|\\s+[–—-]\\s+|$)(.*)$";
/** A Welsh report may have annexes in both languages. */
const ANNEX_HEADINGS: Readonly<Record<Language, RegExp>> = {
  "en-GB": new RegExp(`^(annex|appendix)${REST}`, "i"),
  cy: new RegExp(`^(annex|appendix|atodiad)${REST}`, "i"),
};

/**
 * Reads `Annex A: Title` or `Appendix 1 – Title`, and `Atodiad A: Teitl` in a Welsh report; the heading of an annex that is written
 * in the report is of the second level.
 */
export function readAnnexHeading(heading: Heading, lang: Language): AnnexHeading | undefined {
  if (heading.depth !== 2) return undefined;
  const match = ANNEX_HEADINGS[lang].exec(textOf(heading).trim());
  if (match === null) return undefined;
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

/** Whether a heading stands over a list of abbreviations, which the generated glossary replaces; in English or in Welsh. */
export function isAbbreviationsHeading(heading: Heading): boolean {
  return ABBREVIATIONS.test(textOf(heading).trim());
}
