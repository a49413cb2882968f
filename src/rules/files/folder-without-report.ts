import { rule } from "../rule.ts";

export const folderWithoutReport = rule({
  id: "folder-without-report",
  severity: "error",
  group: "files",
  summary: "a folder has the files of a report, and there is no report of its name beside it",
  remedy: "give the folder the name of its report",
});
