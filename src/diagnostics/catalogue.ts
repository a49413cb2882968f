import { ruleGroups } from "../rules/groups.ts";
import { rules } from "../rules/index.ts";
import type { Found, Rule } from "../rules/rule.ts";
import type { Diagnostic } from "./diagnostic.ts";

export type RuleId = (typeof rules)[number]["id"];

const byId = new Map<RuleId, Rule<RuleId>>(rules.map((rule) => [rule.id, rule]));

export const ruleIds: readonly RuleId[] = [...byId.keys()];

/** All that there is to say of a rule. */
export function ruleOf(id: RuleId): Rule<RuleId> {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}

/** The ids of the rules that are so. */
export function rulesThat(isSo: (rule: Rule<RuleId>) => boolean): readonly RuleId[] {
  return [...byId.values()].filter(isSo).map(({ id }) => id);
}

/** The headings of the groups, each with the rules of its group, in the order of the lists. */
export const groupedRules: readonly (readonly [heading: string, rules: readonly RuleId[]])[] = Object.entries(
  ruleGroups,
).map(([group, heading]) => [heading, rulesThat((rule) => rule.group === group)]);

/** What a stage or a check says when it finds something. */
export interface Finding extends Found {
  readonly rule: RuleId;
}

/** Takes a finding down. Stages get one; where findings go is the caller's business. */
export type Raise = (finding: Finding) => void;

/** The diagnostic for a finding, with its rule's severity and summary. */
export function toDiagnostic(finding: Finding): Diagnostic {
  const { severity, summary, remedy } = ruleOf(finding.rule);
  return { ...finding, severity, summary, remedy };
}
