import { rule } from "../rule.ts";

export const confidentialReason = rule({
  id: "confidential-reason",
  severity: "warning",
  group: "withholding",
  guardsWithheld: true,
  summary: "no reason is given for withholding this",
  remedy: "state the basis, such as `confidential: {paragraphs: […], reason: …}`",
});
