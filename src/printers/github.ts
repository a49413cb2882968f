import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { formatCounts, formatPlainFiles, inNumber } from "./counts.ts";
import { type Findings, pathIn } from "./findings.ts";
import { byImportance } from "./importance.ts";
import { printable } from "./printable.ts";

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "notice" };

/** GitHub shows ten annotations of each kind that a step makes, and keeps the others in its log alone. */
const SHOWN = 10;

/**
 * Workflow commands that GitHub shows as annotations beside the lines of files, most important first, and a line that
 * counts them. Source: "Workflow commands for GitHub Actions"; "annotations" in the REST API for check runs.
 */
export function github({ diagnostics, counts, reports, plainFiles, folderInRepository }: Findings): string {
  const commands = byImportance(diagnostics).map((diagnostic) => command(diagnostic, folderInRepository));
  const isCut = Object.values(counts).some((count) => count > SHOWN);
  const summary = `${inNumber(reports.length, "report")}${formatPlainFiles(plainFiles)}: ${formatCounts(counts)}${isCut ? `; GitHub shows the first ${SHOWN} of each kind beside the files, and all of them in the log` : ""}`;
  return `${[...commands, summary].join("\n")}\n`;
}

function command({ severity, place, rule, message, fix, related }: Diagnostic, folder: string): string {
  const at = (path: string): string => printable(pathIn(folder, path));
  const properties = {
    file: at(place.path),
    line: place.line,
    col: place.column,
    ...(place.endColumn === undefined ? {} : { endColumn: place.endColumn }),
    title: rule,
  };
  const other = related && `${printable(related.message)}: ${at(related.place.path)}:${related.place.line}`;
  const lines = [
    printable(message),
    ...(other ? [other] : []),
    ...(fix === undefined ? [] : [`fix: ${printable(fix)}`]),
  ];
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMAND[severity]} ${written.join(",")}::${escapeData(lines.join("\n"))}`;
}

/**
 * Escapes as GitHub's runner reads back (`StringEscapingUtil`); what is not escaped so ends the command or its
 * property.
 */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
