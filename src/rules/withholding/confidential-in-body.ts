import { rule } from "../rule.ts";

export const confidentialInBody = rule({
  id: "confidential-in-body",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  castsDoubt: true,
  summary: "a published paper says in its own words that it, or part of it, is not public",
  remedy:
    "write `confidential: Yes` with its reason, withhold the passage or the annex, or write {elsewhere} after words that mean something else",
});
