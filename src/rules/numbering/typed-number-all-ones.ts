import { rule } from "../rule.ts";

export const typedNumberAllOnes = rule({
  id: "typed-number-all-ones",
  severity: "error",
  group: "numbering",
  summary: "every paragraph is typed as number 1",
  remedy: "type the numbers in order, or run `npx scrutineer fix`",
});
