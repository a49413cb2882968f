import { rule } from "../rule.ts";

export const reportTooCostly = rule({
  id: "report-too-costly",
  severity: "error",
  group: "files",
  summary: "a text takes more time or memory than is allowed",
  remedy: "take out what is in it many times in a row, or divide it",
});
