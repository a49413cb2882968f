import { rule } from "../rule.ts";

export const linkFragmentMissing = rule({
  id: "link-fragment-missing",
  severity: "error",
  group: "links",
  isMild: true,
  summary: "a link leads to a place in another report that is not there",
  remedy: "check the label or number",
});
