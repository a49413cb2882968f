import { rule } from "../rule.ts";

export const typedNumberSwallowed = rule({
  id: "typed-number-swallowed",
  severity: "error",
  group: "numbering",
  summary: "a numbered line becomes part of the paragraph above it",
  remedy: "put an empty line above it, or run `npx scrutineer fix`",
});
