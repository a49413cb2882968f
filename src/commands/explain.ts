import { groupedRules, type RuleId, ruleIds, ruleOf } from "../diagnostics/catalogue.ts";
import { readHelpPage } from "../io/read-help-page.ts";

/** Prints a rule's page of help to standard output, or, where no rule is named, the list of all rules. */
export function runExplain(rule: RuleId | undefined): void {
  process.stdout.write(rule === undefined ? listOfRules() : readHelpPage(rule));
}

/** Every rule by its group, with its severity and what it says. */
function listOfRules(): string {
  const width = Math.max(...ruleIds.map((id) => id.length));
  const line = (rule: RuleId): string => {
    const { severity, summary } = ruleOf(rule);
    return `  ${rule.padEnd(width)}  ${severity.padEnd("warning".length)}  ${summary}\n`;
  };
  return groupedRules.map(([heading, rules]) => `${heading}\n${rules.map(line).join("")}`).join("\n");
}
