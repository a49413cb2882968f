import { rule } from "../rule.ts";

export const pdfNotMade = rule({
  id: "pdf-not-made",
  severity: "error",
  group: "files",
  summary: "no PDF can be made of this report",
  remedy: "take out what was changed last, and report the fault; --no-pdf makes the site without PDFs",
});
