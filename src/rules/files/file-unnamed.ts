import { rule } from "../rule.ts";

export const fileUnnamed = rule({
  id: "file-unnamed",
  severity: "error",
  group: "files",
  summary: "a Markdown file is in a report's folder, and no annex names it",
  remedy: "name it in the report's `annexes:`, or move it",
});
