/**
 * A line of `site.yml` that turns off what is said of how abbreviations are used, that a release has not come or a report in
 * the other language is not there, and what is asked of an urgent item, which here is always withheld: small texts use most
 * abbreviations once.
 */
export const QUIET_RULES = `rules: {${[
  "abbreviation-unused",
  "abbreviation-used-once",
  "abbreviation-before-definition",
  "abbreviation-defined-twice",
  "abbreviation-long-form-again",
  "abbreviation-in-heading",
  "abbreviation-word-repeated",
  "abbreviation-list-differs",
  "recommendation-twice",
  "urgent-item",
  "release-not-due",
  "translation-missing",
  "translation-pair",
  "translation-behind",
]
  .map((rule) => `${rule}: off`)
  .join(", ")}}\n`;
