import { rule } from "../rule.ts";

export const numberFalls = rule({
  id: "number-falls",
  severity: "hint",
  group: "numbering",
  summary: "the number of a paragraph is lower than that of the one above it",
  remedy: "check it against what was published",
});
