import { rule } from "../rule.ts";

export const annexWithheldFile = rule({
  id: "annex-withheld-file",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "the file of a withheld annex is not there under that name in the report's folder",
  remedy: "write the path of the file as it is spelt, capitals too, so that the file itself is withheld",
});
