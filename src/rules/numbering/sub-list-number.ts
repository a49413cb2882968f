import { rule } from "../rule.ts";

export const subListNumber = rule({
  id: "sub-list-number",
  severity: "warning",
  group: "numbering",
  summary: "the numbers of a sub-list do not follow each other",
  remedy: "type the numbers of the sub-list in order, or run `npx scrutineer fix`",
});
