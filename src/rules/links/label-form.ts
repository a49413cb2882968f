import { rule } from "../rule.ts";

export const labelForm = rule({
  id: "label-form",
  severity: "error",
  group: "links",
  summary: "a label does not have the form that it must have",
  remedy: "use small letters, figures and hyphens, at the end of a numbered paragraph",
});
