import { rule } from "../rule.ts";

export const frontmatterSyntax = rule({
  id: "frontmatter-syntax",
  severity: "error",
  group: "frontmatter",
  summary: "the frontmatter cannot be read",
  remedy: "put values that hold colons or signs in quotation marks, and use spaces, not tabs",
});
