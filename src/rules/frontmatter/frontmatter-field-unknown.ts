import { rule } from "../rule.ts";

export const frontmatterFieldUnknown = rule({
  id: "frontmatter-field-unknown",
  severity: "error",
  group: "frontmatter",
  summary: "the frontmatter has a field that is not known",
  remedy: "check the spelling of the field, or delete the line",
});
