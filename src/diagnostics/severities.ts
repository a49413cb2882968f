import type { Settings } from "../model/settings.ts";
import { type RuleId, ruleOf } from "./catalogue.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * Whether `site.yml` may set how grave a rule is. What guards confidentiality, and what would lose words, stays as it
 * is.
 */
export function isAdjustable(rule: RuleId): boolean {
  const { guardsWithheld, severity, isMild } = ruleOf(rule);
  return !guardsWithheld && (severity !== "error" || isMild === true);
}

/** The diagnostics with the severities that the settings give their rules; those of rules that are off are left out. */
export function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: Settings["severities"],
): readonly Diagnostic[] {
  if (severities.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities.get(diagnostic.rule) ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}
