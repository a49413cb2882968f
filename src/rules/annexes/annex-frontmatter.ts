import { rule } from "../rule.ts";

export const annexFrontmatter = rule({
  id: "annex-frontmatter",
  severity: "error",
  group: "annexes",
  summary: "an annex has frontmatter of its own",
  remedy: "take the lines between --- out of the annex; whether it is withheld is said in the report's `annexes:`",
});
