import { rule } from "../rule.ts";

export const paragraphBeforeHeading = rule({
  id: "paragraph-before-heading",
  severity: "warning",
  group: "numbering",
  summary: "a paragraph is before the first heading",
  remedy: "put a heading above it",
});
