import { rule } from "../rule.ts";

/** A comment that is to silence a finding silences one rule that there is, and says why. */
export const ignoreCommentUnread = rule({
  id: "ignore-comment-unread",
  severity: "warning",
  group: "text",
  summary: "a comment is to silence a finding, and silences none as it is written",
  remedy:
    "write <!-- scrutineer-ignore rule: reason -->, with a rule's name as its findings show it, and why it is silenced",
});
