import { rule } from "../rule.ts";

export const listAlone = rule({
  id: "list-alone",
  severity: "warning",
  group: "numbering",
  summary: "a numbered list belongs to no paragraph",
  remedy: "put a sentence above the list",
});
