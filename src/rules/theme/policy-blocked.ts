import { rule } from "../rule.ts";

export const policyBlocked = rule({
  id: "policy-blocked",
  severity: "error",
  group: "theme",
  summary: "browsers would not load something, because the site lets them load nothing but its own files",
  remedy: "take it out, or use what the site itself publishes",
});
