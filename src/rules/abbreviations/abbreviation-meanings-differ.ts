import { rule } from "../rule.ts";

export const abbreviationMeaningsDiffer = rule({
  id: "abbreviation-meanings-differ",
  severity: "warning",
  group: "abbreviations",
  summary: "two reports give an abbreviation different long forms",
  remedy: "use one long form in all reports",
});
