import { rule } from "../rule.ts";

/** Looked for in the text, too, where many councils have the list under a heading of its own. */
export const backgroundMissing = rule({
  id: "background-missing",
  severity: "warning",
  group: "meeting-papers",
  summary: "a report for a meeting has no list of background papers",
  remedy: "list them in `background:`, without published works, or write `background: None`",
});
