import { rule } from "../rule.ts";

export const annexWithheldText = rule({
  id: "annex-withheld-text",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "this could be the text of a withheld annex, which would be published",
  remedy:
    "move the text of a withheld annex into a separate file, and name the file in `annexes:`; if this is another heading, word it differently",
});
