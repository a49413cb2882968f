import { rule } from "../rule.ts";

export const annexFileTwice = rule({
  id: "annex-file-twice",
  severity: "error",
  group: "annexes",
  summary: "two annexes name one file",
  remedy: "name another file",
});
