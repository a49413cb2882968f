import { rule } from "../rule.ts";

export const folderWithoutReport = rule({
  id: "folder-without-report",
  severity: "error",
  group: "files",
  summary: "a folder holds the files of a report, and no report of its name lies beside it",
  remedy: "give the folder the name of its report",
});
