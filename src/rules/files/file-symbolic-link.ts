import { rule } from "../rule.ts";

export const fileSymbolicLink = rule({
  id: "file-symbolic-link",
  severity: "error",
  group: "files",
  summary: "a symbolic link lies in the content folder",
  remedy: "put a copy of the file in its place",
});
