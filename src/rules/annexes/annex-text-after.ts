import { rule } from "../rule.ts";

export const annexTextAfter = rule({
  id: "annex-text-after",
  severity: "hint",
  group: "annexes",
  summary: "the report goes on after an annex",
  remedy: "begin headings within an annex with ###",
});
