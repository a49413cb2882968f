import { rule } from "../rule.ts";

export const plainFileWithheld = rule({
  id: "plain-file-withheld",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  castsDoubt: true,
  summary:
    "a plain page or the file of a meeting, or part of it, is to be withheld, but such files are always published as a whole",
  remedy: "take it out here, and put what may not be published into a report",
});
