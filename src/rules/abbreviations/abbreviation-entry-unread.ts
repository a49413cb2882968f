import { rule } from "../rule.ts";

export const abbreviationEntryUnread = rule({
  id: "abbreviation-entry-unread",
  severity: "warning",
  group: "abbreviations",
  summary: "a line of the list of abbreviations cannot be read",
  remedy: "put a dash with spaces around it between the short form and the long one",
});
