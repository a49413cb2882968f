import { rule } from "../rule.ts";

export const settingsSyntax = rule({
  id: "settings-syntax",
  severity: "error",
  group: "settings",
  summary: "the settings cannot be read",
  remedy: "check the line against the author's guide",
});
