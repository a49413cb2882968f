import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** How many findings of one rule in one file a person is shown. */
export const MOST_OF_A_RULE = 500;

/**
 * The diagnostics that a person is shown: where one rule found the same thing hundreds of times in a file, the first of
 * them, and one that counts the rest, at the place of the first that is left out. It quotes nothing.
 */
export function abridged(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ rule, severity, place }: Diagnostic): string => `${severity} ${rule} ${place.path}`;
  const total = new Map<string, number>();
  for (const diagnostic of diagnostics) total.set(keyOf(diagnostic), (total.get(keyOf(diagnostic)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    const key = keyOf(diagnostic);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count <= MOST_OF_A_RULE) return [diagnostic];
    return count === MOST_OF_A_RULE + 1 ? [rest(diagnostic, (total.get(key) ?? 0) - MOST_OF_A_RULE)] : [];
  });
}

function rest(
  { rule, severity, summary, remedy, place: { path, line, column } }: Diagnostic,
  count: number,
): Diagnostic {
  return {
    rule,
    severity,
    summary,
    remedy,
    quotesNothing: true,
    message: `there are ${count} more of ${rule} in this file from here on, which are not shown: ${summary}`,
    fix: "fix those above, and check the file again",
    place: { path, line, column },
  };
}
