import { rule } from "../rule.ts";

export const frontmatterLanguage = rule({
  id: "frontmatter-language",
  severity: "error",
  group: "frontmatter",
  summary: "the frontmatter is not written in YAML",
  remedy: "make the first line exactly --- and write the fields as `name: value`",
});
