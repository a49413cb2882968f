import { rule } from "../rule.ts";

export const frontmatterSyntax = rule({
  id: "frontmatter-syntax",
  severity: "error",
  group: "frontmatter",
  summary: "the frontmatter cannot be read",
  remedy: "put values with colons or special characters in quotation marks, and use spaces, not tabs",
});
