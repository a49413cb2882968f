import { rule } from "../rule.ts";

export const referenceDirection = rule({
  id: "reference-direction",
  severity: "warning",
  group: "links",
  summary: "the text says that a paragraph is above or below, and it is on the other side",
  remedy: "check the number, or change the word",
});
