import { rule } from "../rule.ts";

export const referenceMissing = rule({
  id: "reference-missing",
  severity: "warning",
  group: "links",
  ofPublicPartAlone: "told",
  summary: "a paragraph or annex is referred to that is not there",
  remedy: "check the number or letter",
});
