import { rule } from "../rule.ts";

export const abbreviationLongFormAgain = rule({
  id: "abbreviation-long-form-again",
  severity: "warning",
  group: "abbreviations",
  summary: "the words of an abbreviation are written out again",
  remedy: "write the short form, or leave it out everywhere",
});
