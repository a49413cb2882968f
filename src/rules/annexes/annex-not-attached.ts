import { rule } from "../rule.ts";

export const annexNotAttached = rule({
  id: "annex-not-attached",
  severity: "warning",
  group: "annexes",
  summary: "an annex is listed and not attached",
  remedy: "add `file:`, or write the annex in the report",
});
