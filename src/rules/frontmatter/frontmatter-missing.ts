import { rule } from "../rule.ts";

export const frontmatterMissing = rule({
  id: "frontmatter-missing",
  severity: "error",
  group: "frontmatter",
  summary: "the file does not begin with frontmatter between two lines of ---",
  remedy: "make the first line exactly ---, then write the fields, then another line of ---",
});
