import { rule } from "../rule.ts";

export const annexFileAndText = rule({
  id: "annex-file-and-text",
  severity: "error",
  group: "annexes",
  summary: "an annex is both a file and a section of the report",
  remedy: "take out one of the two",
});
