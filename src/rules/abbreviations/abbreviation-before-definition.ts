import { rule } from "../rule.ts";

export const abbreviationBeforeDefinition = rule({
  id: "abbreviation-before-definition",
  severity: "warning",
  group: "abbreviations",
  summary: "an abbreviation is used before it is explained",
  remedy: "explain it at its first use",
});
