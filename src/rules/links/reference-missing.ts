import { rule } from "../rule.ts";

export const referenceMissing = rule({
  id: "reference-missing",
  severity: "warning",
  group: "links",
  ofPublicPartAlone: "told",
  summary: "the text refers to a paragraph or annex that does not exist",
  remedy: "check the number or letter",
});
