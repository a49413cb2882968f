import { rule } from "../rule.ts";

export const abbreviationListDiffers = rule({
  id: "abbreviation-list-differs",
  severity: "hint",
  group: "abbreviations",
  summary: "the list of abbreviations and the text write an abbreviation's words differently",
  remedy: "write them the same in both",
});
