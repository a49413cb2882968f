import { rule } from "../rule.ts";

export const abbreviationTwoMeanings = rule({
  id: "abbreviation-two-meanings",
  severity: "error",
  group: "abbreviations",
  isMild: true,
  summary: "an abbreviation has two long forms",
  remedy: "keep one long form",
});
