import { rule } from "../rule.ts";

export const numberingAmbiguous = rule({
  id: "numbering-ambiguous",
  severity: "warning",
  group: "numbering",
  summary: "the paragraphs could be numbered in two ways",
  remedy: "put `numbering: typed` or `numbering: automatic` into the frontmatter",
});
