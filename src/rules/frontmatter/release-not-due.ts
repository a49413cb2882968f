import { rule } from "../rule.ts";

export const releaseNotDue = rule({
  id: "release-not-due",
  severity: "warning",
  group: "frontmatter",
  summary: "a report says when it is released, and is still withheld",
  remedy: "build with `--as-of today`, on that day or after it",
});
