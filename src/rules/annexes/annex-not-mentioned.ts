import { rule } from "../rule.ts";

export const annexNotMentioned = rule({
  id: "annex-not-mentioned",
  severity: "warning",
  group: "annexes",
  summary: "the text never mentions an annex",
  remedy: "say in the text where the annex matters",
});
