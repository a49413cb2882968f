import type { Diagnostic } from "../diagnostic.ts";
import { pretty } from "../pretty.ts";

const DEFAULT_COLUMNS = 100;
const SILENT_FOR = 1000;

/** Prints diagnostics to standard error, each with its lines. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], folder: string): void {
  const options = {
    folder,
    columns: Math.min(process.stderr.columns ?? DEFAULT_COLUMNS, 120),
    hasColour: hasColour(),
  };
  for (const diagnostic of diagnostics) process.stderr.write(`${pretty(diagnostic, options)}\n\n`);
}

function hasColour(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  return process.stderr.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== "0");
}

/** Shows on a terminal how far a long run has come, once it has taken a second; elsewhere it shows nothing. */
export function progressLine(words: string): {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
} {
  const started = performance.now();
  let last = started;
  let isShown = false;
  return {
    update: (done, total) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - started < SILENT_FOR || now - last < 100) return;
      last = now;
      isShown = true;
      process.stderr.write(`\r${words}: ${done} of ${total}`);
    },
    clear: () => {
      if (isShown) process.stderr.write("\r\u001b[K");
    },
  };
}

/** The line that says where to read more about what was found; nothing, where nothing was. */
export function explainLine([first]: readonly Diagnostic[]): string {
  return first === undefined ? "" : `scrutineer explain ${first.rule} says more about a rule\n`;
}

/** "1 error, 3 warnings". */
export function countsInWords(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return [
    inNumber(count("error"), "error"),
    inNumber(count("warning"), "warning"),
    ...(count("hint") > 0 ? [inNumber(count("hint"), "hint")] : []),
  ].join(", ");
}

/** "1 report", "2 reports". */
export function inNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "0.62 s". */
export function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(2)} s`;
}
