import { rule } from "../rule.ts";

export const abbreviationUsedOnce = rule({
  id: "abbreviation-used-once",
  severity: "hint",
  group: "abbreviations",
  summary: "an abbreviation is explained and not used again",
  remedy: "leave the short form out: the words are enough",
});
