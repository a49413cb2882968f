import { rule } from "../rule.ts";

export const subParagraphLetter = rule({
  id: "sub-paragraph-letter",
  severity: "error",
  group: "numbering",
  summary: "the letter of a sub-paragraph is not the next",
  remedy: "type the letter that is due; where it is part of the text, put a backslash before it",
});
