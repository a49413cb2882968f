import { rule } from "../rule.ts";

export const abbreviationUndefined = rule({
  id: "abbreviation-undefined",
  severity: "warning",
  group: "abbreviations",
  ofPublicPartAlone: "told",
  summary: "an abbreviation is used and never defined",
  remedy: "write its long form at its first use, or list it",
});
