import { rule } from "../rule.ts";

export const abbreviationUnused = rule({
  id: "abbreviation-unused",
  severity: "warning",
  group: "abbreviations",
  summary: "an abbreviation is explained in the list and never used",
  remedy: "take it out, or use it in the text",
});
