import { rule } from "../rule.ts";

export const frontmatterFieldInBody = rule({
  id: "frontmatter-field-in-body",
  severity: "error",
  group: "frontmatter",
  castsDoubt: true,
  summary: "a field of the frontmatter stands in the text",
  remedy: "take out the line of --- that ends the frontmatter too early",
});
