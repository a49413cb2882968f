import { rule } from "../rule.ts";

export const templateSyntax = rule({
  id: "template-syntax",
  severity: "error",
  group: "theme",
  summary: "the template cannot be read",
  remedy: "compare the place with the program's own template, and write it as there",
});
