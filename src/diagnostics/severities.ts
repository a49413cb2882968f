import type { Settings } from "../model/settings.ts";
import { catalogue, type RuleId } from "./catalogue.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { guards } from "./guards.ts";

/** Errors that do not mean that words are lost, or that something withheld may be published. */
const MILD_ERRORS: ReadonlySet<string> = new Set<RuleId>([
  "abbreviation-two-meanings",
  "character-not-in-fonts",
  "heading-level-skipped",
  "image-alternative-text",
  "link-fragment-missing",
  "table-without-header",
]);

/** Whether `site.yml` may set how grave a rule is. What guards confidentiality, and what would lose words, stays as it is. */
export function isAdjustable(rule: RuleId): boolean {
  return !guards.has(rule) && (catalogue[rule][0] !== "error" || MILD_ERRORS.has(rule));
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
