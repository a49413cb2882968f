import { rule } from "../rule.ts";

export const numberTwice = rule({
  id: "number-twice",
  severity: "warning",
  group: "numbering",
  summary: "two paragraphs were published with the same number",
  remedy: "check it against what was published; a reference leads to the first",
});
