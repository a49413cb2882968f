import { rule } from "../rule.ts";

export const exemptDefinition = rule({
  id: "exempt-definition",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "the text outside a withheld passage uses a note or an address that is written within it",
  remedy: "write the note, or the address, outside the passage",
});
