import { rule } from "../rule.ts";

export const frontmatterTooLarge = rule({
  id: "frontmatter-too-large",
  severity: "error",
  group: "frontmatter",
  summary: "the frontmatter is too large",
  remedy: "move long text into the body of the report",
});
