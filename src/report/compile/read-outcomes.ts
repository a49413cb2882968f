import { type Finding, toDiagnostic } from "../../diagnostics/catalogue.ts";
import { type Diagnostic, frameAt, withoutQuotes } from "../../diagnostics/diagnostic.ts";
import { Sealed } from "../../model/sealed.ts";
import { linesWithSecrets } from "../../rules/links/secrets-in-addresses.ts";
import { matchOutcomes, type Outcomes, type OutcomesOwner } from "../outcomes/outcomes.ts";
import { readOutcomesFile } from "../outcomes/outcomes-file.ts";
import type { CompileContext } from "./context.ts";

/** What became of a report's recommendations, where a file says it, and what is wrong with that file. */
interface ReadOutcomes {
  readonly outcomes: Outcomes | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the file of outcomes of the report at a path; `owner` is the report, as far as it was read. What is found is quoted only where
 * `isQuotable` says so: a label or a note may be that of a recommendation that is withheld.
 */
export function readOutcomes(
  path: string,
  owner: OutcomesOwner | undefined,
  { outcomesSource }: CompileContext,
  isQuotable: boolean,
): ReadOutcomes {
  const findings: Finding[] = [];
  const raise = (finding: Finding): void => {
    findings.push(finding);
  };
  const source = outcomesSource?.(path, raise);
  const text = source === undefined ? "" : Sealed.open(source.text);
  const file = source && readOutcomesFile({ path: source.path, text }, raise);
  const outcomes = file && owner && matchOutcomes(file, owner, raise);
  const secret = linesWithSecrets({ path: "", text });
  const lines = text.split("\n").map((line, index) => (secret.has(index + 1) ? "" : line));
  const diagnostics = findings.map((finding): Diagnostic => {
    const diagnostic = toDiagnostic(finding);
    const { place } = finding;
    if (!isQuotable || secret.has(place.line)) return withoutQuotes(diagnostic);
    return source === undefined ? diagnostic : { ...diagnostic, frame: frameAt(lines, place) };
  });
  return { outcomes, diagnostics };
}
