import { rule } from "../rule.ts";

export const fileSymbolicLink = rule({
  id: "file-symbolic-link",
  severity: "error",
  group: "files",
  summary: "there is a symbolic link in the content folder",
  remedy: "put a copy of the file in its place",
});
