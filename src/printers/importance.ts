import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { guards } from "../diagnostics/guards.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/**
 * Diagnostics for a reader who sees the first few alone: errors before warnings before hints; of these first what is
 * about confidentiality; then one of each rule in each file, before a rule that was already named there is named again.
 */
export function byImportance(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, number>();
  return diagnostics
    .map((diagnostic, index) => {
      const { severity, rule, place } = diagnostic;
      const key = `${severity} ${rule} ${place.path}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return { diagnostic, keys: [RANK[severity], guards.has(rule) ? 0 : 1, before, index] };
    })
    .sort((a, b) => compareInTurn(a.keys, b.keys))
    .map(({ diagnostic }) => diagnostic);
}

function compareInTurn(a: readonly number[], b: readonly number[]): number {
  return a.map((key, index) => key - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
