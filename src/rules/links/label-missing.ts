import { rule } from "../rule.ts";

export const labelMissing = rule({
  id: "label-missing",
  severity: "error",
  group: "links",
  summary: "a link leads to a label that is not there",
  remedy: "put the label at the end of the paragraph that is meant",
});
