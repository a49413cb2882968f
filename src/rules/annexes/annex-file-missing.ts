import { rule } from "../rule.ts";

export const annexFileMissing = rule({
  id: "annex-file-missing",
  severity: "error",
  group: "annexes",
  summary: "the file of an annex is not there",
  remedy: "check the spelling, capitals too, or put the file there",
});
