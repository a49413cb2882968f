import { rule } from "../rule.ts";

export const templateVersion = rule({
  id: "template-version",
  severity: "error",
  group: "theme",
  summary: "the template does not say which version of the program's own it was written for, or that has changed",
  remedy: "compare the template with the program's own, and write the version that it was made for at its top",
});
