import { rule } from "../rule.ts";

export const settingsValue = rule({
  id: "settings-value",
  severity: "error",
  group: "settings",
  summary: "a setting does not have the form that it must have",
  remedy: "check the setting against the author's guide",
});
