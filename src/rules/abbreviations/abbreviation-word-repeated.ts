import { rule } from "../rule.ts";

export const abbreviationWordRepeated = rule({
  id: "abbreviation-word-repeated",
  severity: "warning",
  group: "abbreviations",
  summary: "the last word of an abbreviation stands behind it once more",
  remedy: "leave the word out",
});
