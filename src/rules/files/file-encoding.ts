import { rule } from "../rule.ts";

export const fileEncoding = rule({
  id: "file-encoding",
  severity: "error",
  group: "files",
  summary: "the file is not UTF-8 text",
  remedy: "save the file again with the encoding UTF-8",
});
