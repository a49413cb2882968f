import { rule } from "../rule.ts";

export const nameSpeltTwice = rule({
  id: "name-spelt-twice",
  severity: "warning",
  group: "settings",
  summary: "two reports write the name of an author or a ward differently",
  remedy: "write the name in one way in all reports",
});
