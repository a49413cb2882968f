import { rule } from "../rule.ts";

export const outputPathTwice = rule({
  id: "output-path-twice",
  severity: "error",
  group: "files",
  summary: "two files would be published at one address",
  remedy: "rename one of the two",
});
