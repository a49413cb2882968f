import { rule } from "../rule.ts";

export const numberInLine = rule({
  id: "number-in-line",
  severity: "hint",
  group: "numbering",
  summary: "a line within a paragraph begins with a number",
  remedy: "if it begins a paragraph, put an empty line above it",
});
