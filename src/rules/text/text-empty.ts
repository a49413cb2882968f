import { rule } from "../rule.ts";

export const textEmpty = rule({
  id: "text-empty",
  severity: "error",
  group: "text",
  summary: "the report has no text",
  remedy: "write the text below the second line of ---",
});
