import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

export interface AnnexHeading {
  readonly kind: "Annex" | "Appendix";
  readonly letter: string;
  readonly title: string;
}

/** Reads `Annex A: Title` or `Appendix 1 – Title`; the heading of an annex that is written in the report is of the second level. */
export function readAnnexHeading(heading: Heading): AnnexHeading | undefined {
  if (heading.depth !== 2) return undefined;
  const match = /^(annex|appendix)\s+([a-z]{1,2}|\d{1,2})(?:\s*[:.]\s*|\s+[–—-]\s+|$)(.*)$/i.exec(
    textOf(heading).trim(),
  );
  if (match === null) return undefined;
  const [, kind = "", letter = "", title = ""] = match;
  return {
    kind: kind.toLowerCase() === "annex" ? "Annex" : "Appendix",
    letter: letter.toUpperCase(),
    title: title.trim(),
  };
}

/** "Abbreviations and terms" is none of them: what its terms mean is more than a long form. */
const ABBREVIATIONS =
  /^(?:(?:list of |glossary of |table of |key to )?(?:abbreviations|acronyms|initialisms)(?: (?:and|&) (?:abbreviations|acronyms|initialisms))?(?: used(?: in this (?:report|document|paper))?)?|(?:rhestr o )?(?:byrfoddau|fyrfoddau|acronymau)(?: ac? (?:byrfoddau|acronymau))?)\s*:?$/i;

/** Whether a heading stands over a list of abbreviations, which the generated glossary replaces; in English or in Welsh. */
export function isAbbreviationsHeading(heading: Heading): boolean {
  return ABBREVIATIONS.test(textOf(heading).trim());
}
