import { rule } from "../rule.ts";

export const fileWordsUnseen = rule({
  id: "file-words-unseen",
  severity: "warning",
  group: "annexes",
  summary: "a file has words that readers do not see and can copy all the same",
  remedy: "take the words out of the document that the file was made from, make the file again, and attach that",
});
