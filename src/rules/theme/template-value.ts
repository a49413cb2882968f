import { rule } from "../rule.ts";

export const templateValue = rule({
  id: "template-value",
  severity: "error",
  group: "theme",
  summary: "the template asks for something that it does not get",
  remedy: "write a value that docs/theming.md lists for this template",
});
