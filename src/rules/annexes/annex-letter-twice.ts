import { rule } from "../rule.ts";

export const annexLetterTwice = rule({
  id: "annex-letter-twice",
  severity: "error",
  group: "annexes",
  summary: "two annexes have the same letter",
  remedy: "give one of the two another `label:`",
});
