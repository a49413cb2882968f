import { rule } from "../rule.ts";

export const frontmatterUnclosed = rule({
  id: "frontmatter-unclosed",
  severity: "error",
  group: "frontmatter",
  summary: "the line of --- that ends the frontmatter is missing",
  remedy: "put a line of exactly --- between the fields and the text",
});
