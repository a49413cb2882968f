import { rule } from "../rule.ts";

export const subListStart = rule({
  id: "sub-list-start",
  severity: "error",
  group: "numbering",
  summary: "a list does not begin at 1, and its number would be lost",
  remedy: "begin a sub-list at 1, or put a backslash before the full stop of a number that is part of the text",
});
