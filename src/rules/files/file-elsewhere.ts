import { rule } from "../rule.ts";

export const fileElsewhere = rule({
  id: "file-elsewhere",
  severity: "error",
  group: "files",
  summary: "a file is where no file is expected",
  remedy: "move it into the folder of the report that it belongs to",
});
