import { rule } from "../rule.ts";

export const publicInterest = rule({
  id: "public-interest",
  severity: "warning",
  group: "meeting-papers",
  summary: "nothing says why the public interest in withholding this outweighs that in disclosing it",
  remedy: "say it in `public-interest:`, beside the reason",
});
