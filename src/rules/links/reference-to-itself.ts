import { rule } from "../rule.ts";

export const referenceToItself = rule({
  id: "reference-to-itself",
  severity: "warning",
  group: "links",
  summary: "a paragraph refers to itself",
  remedy: "check the number; if another document’s is meant, put {elsewhere} after it",
});
