import { rule } from "../rule.ts";

export const labelTwice = rule({
  id: "label-twice",
  severity: "error",
  group: "links",
  summary: "a label is used twice",
  remedy: "give one of the two another label",
});
