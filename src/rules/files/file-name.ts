import { rule } from "../rule.ts";

export const fileName = rule({
  id: "file-name",
  severity: "error",
  group: "files",
  summary: "a name cannot be kept by every system, or does not show what it is",
  remedy: "give it a name in plain letters and figures",
});
