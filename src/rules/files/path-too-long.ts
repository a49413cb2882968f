import { rule } from "../rule.ts";

export const pathTooLong = rule({
  id: "path-too-long",
  severity: "error",
  group: "files",
  summary: "what is published of this report would have too long a path",
  remedy: "give the report's file, and the folders that it is in, shorter names",
});
