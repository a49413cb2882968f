import { rule } from "../rule.ts";

export const statementMissing = rule({
  id: "statement-missing",
  severity: "warning",
  group: "accessibility",
  summary: "the site has no accessibility statement, which the law asks for",
  remedy: "write one as pages/accessibility.md, or link the council's own in `footer:` in site.yml",
});
