import { rule } from "../rule.ts";

export const filePlace = rule({
  id: "file-place",
  severity: "error",
  group: "annexes",
  summary: "a file is outside the folders that a report may publish from",
  remedy: "put the file into the report's own folder or into shared/",
});
