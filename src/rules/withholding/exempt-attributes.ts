import { rule } from "../rule.ts";

export const exemptAttributes = rule({
  id: "exempt-attributes",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "what is in the braces of a withheld passage is not understood",
  remedy: 'write it as :::exempt{paragraphs=… reason="…" review=2026-03-31}',
});
