import type { RuleId } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { compileFile, reportOf } from "../compile-text.ts";

/** The lines above the text of a report in these tests. */
const ABOVE = reportOf({}, "").split("\n").length - 1;

/** What a build finds in a report with this text; places count from the first line of the text. */
export function diagnosticsIn(body: string, fields: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  const above = ABOVE + Object.keys(fields).length;
  return compileFile(reportOf(fields, body)).diagnostics.map((diagnostic) => ({
    ...diagnostic,
    place: { ...diagnostic.place, line: diagnostic.place.line - above },
  }));
}

/** "rule line:column" of each finding of these rules. */
export function foundIn(body: string, rules: readonly RuleId[], fields?: Readonly<Record<string, string>>): string[] {
  return diagnosticsIn(body, fields)
    .filter(({ rule }) => rules.some((one) => one === rule))
    .map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
}
