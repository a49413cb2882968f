import { rule } from "../rule.ts";

export const frontmatterFieldInBody = rule({
  id: "frontmatter-field-in-body",
  severity: "error",
  group: "frontmatter",
  castsDoubt: true,
  summary: "there is a field of the frontmatter in the text",
  remedy: "take out the line of --- that ends the frontmatter too early",
});
