import { rule } from "../rule.ts";

export const abbreviationDefinedTwice = rule({
  id: "abbreviation-defined-twice",
  severity: "warning",
  group: "abbreviations",
  summary: "an abbreviation is explained twice",
  remedy: "explain it only at its first use",
});
