import { rule } from "../rule.ts";

export const fileName = rule({
  id: "file-name",
  severity: "error",
  group: "files",
  summary: "a name is not valid on every system, or does not show what it is",
  remedy: "give it a name in plain letters and figures",
});
