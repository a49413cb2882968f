import { rule } from "../rule.ts";

export const meetingDate = rule({
  id: "meeting-date",
  severity: "error",
  group: "files",
  summary: "the name of a meeting's file is not the day of the meeting",
  remedy: "name the file after the day, as in 2019-04-08.md",
});
