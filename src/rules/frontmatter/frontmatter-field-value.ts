import { rule } from "../rule.ts";

export const frontmatterFieldValue = rule({
  id: "frontmatter-field-value",
  severity: "error",
  group: "frontmatter",
  summary: "a field does not have the form that it must have",
  remedy: "check the value against the author's guide",
});
