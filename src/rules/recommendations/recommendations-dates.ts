import { rule } from "../rule.ts";

export const recommendationsDates = rule({
  id: "recommendations-dates",
  severity: "warning",
  group: "recommendations",
  summary: "a day in the file of recommendations comes before what it follows from",
  remedy: "write the right day there",
});
