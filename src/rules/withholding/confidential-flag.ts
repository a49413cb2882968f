import { rule } from "../rule.ts";

export const confidentialFlag = rule({
  id: "confidential-flag",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "whether the report is confidential is not stated in a form that is understood",
  remedy: "write `confidential: No` to publish the report, or `confidential: Yes` if it must not be published",
});
