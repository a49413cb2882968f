import { rule } from "../rule.ts";

export const translationMissing = rule({
  id: "translation-missing",
  severity: "warning",
  group: "frontmatter",
  summary: "a report is to be joined with one in the other language that is not there",
  remedy: "correct the path, or take `translation:` out",
});
