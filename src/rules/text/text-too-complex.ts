import { rule } from "../rule.ts";

export const textTooComplex = rule({
  id: "text-too-complex",
  severity: "error",
  group: "text",
  summary: "the text has a shape that takes too long to read",
  remedy: "put an empty line between paragraphs, or move part of the text into an annex",
});
