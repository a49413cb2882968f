import { rule } from "../rule.ts";

export const typedNumberStray = rule({
  id: "typed-number-stray",
  severity: "error",
  group: "numbering",
  summary: "a number is typed at the start of a paragraph that is numbered automatically",
  remedy: "delete it, or put `numbering: typed` into the frontmatter",
});
