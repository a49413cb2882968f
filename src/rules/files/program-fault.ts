import { rule } from "../rule.ts";

export const programFault = rule({
  id: "program-fault",
  severity: "error",
  group: "files",
  summary: "an internal error of scrutineer stopped its work on this report",
  remedy: "take out what was changed last, and report the fault",
});
