import { rule } from "../rule.ts";

export const fileRefused = rule({
  id: "file-refused",
  severity: "error",
  group: "annexes",
  summary: "a file cannot be published as it is",
  remedy: "save a picture as PNG or JPEG; print another file to a new PDF, or save its figures as CSV",
});
