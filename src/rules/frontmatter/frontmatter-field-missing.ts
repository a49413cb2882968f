import { rule } from "../rule.ts";

export const frontmatterFieldMissing = rule({
  id: "frontmatter-field-missing",
  severity: "error",
  group: "frontmatter",
  summary: "the frontmatter lacks a field that is required",
  remedy: "add the field between the lines of ---",
});
