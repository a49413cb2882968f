import { rule } from "../rule.ts";

/** One label names one recommendation; the same words may be listed twice under it, in a summary and in their place. */
export const recommendationTwice = rule({
  id: "recommendation-twice",
  severity: "warning",
  group: "recommendations",
  summary: "two recommendations with different words have one label",
  remedy: "give one of them another label, or both the same words",
});
