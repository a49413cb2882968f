import { rule } from "../rule.ts";

export const linkTargetMissing = rule({
  id: "link-target-missing",
  severity: "error",
  group: "links",
  summary: "a link leads to a file that is not there",
  remedy: "check the path of the file",
});
