import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
}

/** How many there are of each severity. */
export function countsOf(diagnostics: readonly Diagnostic[]): Counts {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), hints: count("hint") };
}

/** "1 error, 3 warnings"; hints only where there are any. */
export function formatCounts({ errors, warnings, hints }: Counts): string {
  return [
    inNumber(errors, "error"),
    inNumber(warnings, "warning"),
    ...(hints > 0 ? [inNumber(hints, "hint")] : []),
  ].join(", ");
}

/** ", 7 meetings, 3 pages": the files of meetings and the plain pages, after the number of reports. */
export function formatPlainFiles(files: readonly { readonly kind: "meeting" | "page" }[]): string {
  return (["meeting", "page"] as const)
    .map((kind) => [kind, files.filter((file) => file.kind === kind).length] as const)
    .map(([kind, count]) => (count === 0 ? "" : `, ${inNumber(count, kind)}`))
    .join("");
}

/** "1 report", "2 reports". */
export function inNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
