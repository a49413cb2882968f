import { rule } from "../rule.ts";

export const referenceDirection = rule({
  id: "reference-direction",
  severity: "warning",
  group: "links",
  summary: "a paragraph is said to stand above or below, and stands on the other side",
  remedy: "check the number, or change the word",
});
