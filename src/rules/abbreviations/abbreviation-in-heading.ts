import { rule } from "../rule.ts";

export const abbreviationInHeading = rule({
  id: "abbreviation-in-heading",
  severity: "hint",
  group: "abbreviations",
  summary: "an abbreviation is used in a heading or in the title before it is explained",
  remedy: "write the words out there",
});
