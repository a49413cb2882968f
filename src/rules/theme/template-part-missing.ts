import { rule } from "../rule.ts";

export const templatePartMissing = rule({
  id: "template-part-missing",
  severity: "error",
  group: "theme",
  summary: "the template leaves out something that every such page must have",
  remedy: "put in what is missing as the program's own template has it",
});
