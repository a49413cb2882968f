import type { RuleId } from "./catalogue.ts";

/** The same rules in the order of the documentation. */
export const guardingRules = [
  "confidential-flag",
  "confidential-reason",
  "confidential-in-body",
  "plain-file-withheld",
  "text-withheld",
  "annex-withheld-file",
  "annex-withheld-text",
  "exempt-passage",
  "exempt-attributes",
  "exempt-definition",
  "block-fence",
  "block-indented",
] as const satisfies readonly RuleId[];

/**
 * Rules that keep what is withheld from being published: no setting turns them off, no fix may silence one, and they are told first.
 * The headings of the documentation have no say in it.
 */
export const guards: ReadonlySet<string> = new Set<RuleId>(guardingRules);
