import { rule } from "../rule.ts";

export const linkTextMissing = rule({
  id: "link-text-missing",
  severity: "error",
  group: "links",
  summary: "a link has no words",
  remedy: "write what readers are to click on between the square brackets",
});
