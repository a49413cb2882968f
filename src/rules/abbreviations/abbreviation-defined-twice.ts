import { rule } from "../rule.ts";

export const abbreviationDefinedTwice = rule({
  id: "abbreviation-defined-twice",
  severity: "warning",
  group: "abbreviations",
  summary: "an abbreviation is explained twice",
  remedy: "explain it at its first use alone",
});
