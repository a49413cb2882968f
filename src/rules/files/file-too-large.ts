import { rule } from "../rule.ts";

export const fileTooLarge = rule({
  id: "file-too-large",
  severity: "error",
  group: "files",
  summary: "the file is too large",
  remedy: "divide the file, or move long tables into an annex",
});
