import { rule } from "../rule.ts";

export const abbreviationWordRepeated = rule({
  id: "abbreviation-word-repeated",
  severity: "warning",
  group: "abbreviations",
  summary: "the last word of an abbreviation is repeated after it",
  remedy: "leave the word out",
});
