import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Findings, pathIn } from "./findings.ts";
import { printable } from "./printable.ts";

/**
 * A line for each finding, as compilers print them and editors read them: `file:line:column: severity: message [rule]`.
 */
export function unix({ diagnostics, folder }: Findings): string {
  return diagnostics.map((diagnostic) => `${line(diagnostic, folder)}\n`).join("");
}

function line({ place, severity, message, rule }: Diagnostic, folder: string): string {
  const path = withoutPlace(printable(pathIn(folder, place.path)));
  return `${isCommand(path) ? "./" : ""}${path}:${place.line}:${place.column}: ${severity}: ${printable(message)} [${rule}]`;
}

/**
 * A program takes the first `:3:1:` of a line for the place, so no name of a file may hold one, or the beginning of
 * one.
 */
function withoutPlace(path: string): string {
  return path.replace(/:(?=\d+(?::|$))/g, "\uFFFD");
}

/** GitHub takes a line whose first signs are `::` for a command (`ActionCommand.TryParseV2` of its runner). */
function isCommand(path: string): boolean {
  return /^\s*::/.test(path);
}
