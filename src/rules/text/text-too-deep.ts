import { rule } from "../rule.ts";

export const textTooDeep = rule({
  id: "text-too-deep",
  severity: "error",
  group: "text",
  summary: "lists, quotes or brackets are nested too deeply",
  remedy: "take away spaces, dashes or > signs at the start of lines",
});
