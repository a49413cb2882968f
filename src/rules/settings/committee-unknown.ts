import { rule } from "../rule.ts";

export const committeeUnknown = rule({
  id: "committee-unknown",
  severity: "error",
  group: "settings",
  summary: "the committee is not one that the settings list",
  remedy: "name a committee that site.yml lists",
});
