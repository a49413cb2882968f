import { rule } from "../rule.ts";

/** A comment that silences nothing would silence the next mistake that is made there. */
export const ignoreCommentUnused = rule({
  id: "ignore-comment-unused",
  severity: "warning",
  group: "text",
  summary: "a comment is to silence a finding, and there is none for it to silence",
  remedy: "delete the comment, or put it straight before what it is about; errors are not silenced by comments",
});
