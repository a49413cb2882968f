import { rule } from "../rule.ts";

export const typedNumberAmbiguous = rule({
  id: "typed-number-ambiguous",
  severity: "error",
  group: "numbering",
  summary: "an item could be a paragraph or part of a sub-list",
  remedy: "indent the sub-list by four spaces",
});
