import { rule } from "../rule.ts";

export const plainFileWithheld = rule({
  id: "plain-file-withheld",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  castsDoubt: true,
  summary: "a plain page or the file of a meeting is to be withheld, or part of it, and is always published as a whole",
  remedy: "take it out here, and put what may not be published into a report",
});
