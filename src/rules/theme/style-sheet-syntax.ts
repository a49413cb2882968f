import { rule } from "../rule.ts";

export const styleSheetSyntax = rule({
  id: "style-sheet-syntax",
  severity: "error",
  group: "theme",
  summary: "the style sheet cannot be read to its end",
  remedy: "close what is open",
});
