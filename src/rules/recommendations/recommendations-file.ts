import { rule } from "../rule.ts";

export const recommendationsFile = rule({
  id: "recommendations-file",
  severity: "error",
  group: "recommendations",
  summary: "the file that says what became of recommendations does not fit its report, or cannot be read",
  remedy: "check it against docs/recommendations.md",
});
