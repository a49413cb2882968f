import { rule } from "../rule.ts";

export const noReports = rule({
  id: "no-reports",
  severity: "warning",
  group: "files",
  summary: "the content folder has no report",
  remedy: "put reports below reports/",
});
