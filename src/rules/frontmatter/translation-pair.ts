import { rule } from "../rule.ts";

export const translationPair = rule({
  id: "translation-pair",
  severity: "warning",
  group: "frontmatter",
  summary: "two reports that are joined as translations are no pair",
  remedy: "let the two name each other, each in its own language",
});
