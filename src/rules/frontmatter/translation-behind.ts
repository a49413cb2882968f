import { rule } from "../rule.ts";

export const translationBehind = rule({
  id: "translation-behind",
  severity: "warning",
  group: "frontmatter",
  summary: "a report is not as the same report in the other language is",
  remedy: "write the same paragraphs and amendments in both",
});
