import { rule } from "../rule.ts";

export const fileUnreadable = rule({
  id: "file-unreadable",
  severity: "error",
  group: "files",
  summary: "a file cannot be read",
  remedy: "give the account that runs scrutineer the right to read it",
});
