import { rule } from "../rule.ts";

export const textWithheld = rule({
  id: "text-withheld",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "the text of this file is withheld in another file",
  remedy: "write here what may be published, or delete the file",
});
