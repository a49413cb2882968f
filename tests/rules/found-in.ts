import { type RuleId, rulesThat } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { compileFile, PATH, reportOf, sealedTexts } from "../compile-text.ts";

export type Fields = Readonly<Record<string, string | undefined>>;

/** The rules that look at the shape of blocks, of which one alone is to be raised. */
export const RULES_OF_BLOCKS: readonly RuleId[] = [
  ...rulesThat(({ group }) => group === "lists-and-tables"),
  "quotation-empty",
  "paragraph-empty",
  "code-indented",
];

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

/** What is found in a report with these fields, in a site with these settings. */
export function diagnosticsOf(fields: Fields, settings = "", body = "The panel met.\n"): readonly Diagnostic[] {
  const content = {
    texts: sealedTexts({ [PATH]: reportOf(fields, body) }),
    attachments: new Map(),
    settings: settings === "" ? undefined : new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  return checkContent(content, {}).diagnostics;
}
