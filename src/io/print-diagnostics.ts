import { appendFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { abridged } from "../printers/abridged.ts";
import { countsOf, formatCounts, inNumber } from "../printers/counts.ts";
import type { CheckedPlainFile, CheckedReport, Findings } from "../printers/findings.ts";
import type { Format } from "../printers/formats.ts";
import { hashOf } from "./file-hash.ts";
import { programVersion } from "./program-version.ts";
import { addressOfHelpPage, readHelpPage } from "./read-help-page.ts";
import { terminal } from "./terminal.ts";

/** How a person asked to be told what was found. */
export interface PrintOptions {
  readonly format: Format;
  /** Errors alone are printed, and no closing line unless something is wrong. */
  readonly quiet?: boolean | undefined;
  /** `false` where no colour is wanted, whatever the terminal can show. */
  readonly color: boolean;
  /** With more warnings than these, something is wrong. */
  readonly maxWarnings?: number | undefined;
}

export interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly reports: readonly CheckedReport[];
  readonly plainFiles: readonly CheckedPlainFile[];
  /** The content folder, from where the command was started. */
  readonly folder: string;
}

/** Prints diagnostics: to standard error with their lines, or to standard output as data. */
export async function printDiagnostics(found: Found, options: PrintOptions): Promise<void> {
  const { format, quiet, color } = options;
  const { diagnostics, reports, plainFiles } = found;
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  const folder = found.folder.split(sep).join("/");
  if (format === "pretty") return printPretty(shown, folder, color);
  const root = resolve(process.env["GITHUB_WORKSPACE"] || ".");
  const folderInRepository = relative(root, resolve(found.folder)).split(sep).join("/");
  const counts = countsOf(diagnostics);
  const findings = {
    diagnostics: shown,
    counts,
    reports,
    plainFiles,
    folder,
    folderInRepository,
    version: programVersion(),
  };
  process.stdout.write(await asData(findings, format));
  if (format === "github") await appendSummary(findings);
}

/** How many findings are printed at once: to print one by one takes as long as to put them in words. */
const AT_ONCE = 100;

async function printPretty(diagnostics: readonly Diagnostic[], folder: string, color: boolean): Promise<void> {
  if (diagnostics.length === 0) return;
  const { pretty } = await import("../printers/pretty.ts");
  const { printInAnyScript } = await import("../printers/choose-widths.ts");
  const all = abridged(diagnostics);
  const { columns, hasColour, isInteractive, hasHyperlinks } = await terminal({ isColourWanted: color });
  const helpAddress = hasHyperlinks ? (rule: string): string => addressOfHelpPage(rule).href : undefined;
  const options = { folder, columns, hasColour, isWrapped: isInteractive, helpAddress };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some: string[] = [];
    for (const diagnostic of all.slice(from, from + AT_ONCE))
      some.push(await printInAnyScript((widths) => pretty(diagnostic, { ...options, widths })));
    process.stderr.write(some.map((printed) => `${printed}\n\n`).join(""));
  }
}

/** Each format is loaded only when it is asked for. */
async function asData(findings: Findings, format: Exclude<Format, "pretty">): Promise<string> {
  switch (format) {
    case "unix":
      return (await import("../printers/unix.ts")).unix(findings);
    case "json":
      return (await import("../printers/json.ts")).json(findings);
    case "github":
      return (await import("../printers/github.ts")).github(findings);
    case "sarif":
      return (await import("../printers/sarif.ts")).sarif(findings, { helpPage: readHelpPage, digest });
    case "junit":
      return (await import("../printers/junit.ts")).junit(findings);
  }
}

function digest(text: string): string {
  return hashOf(text).slice(0, 32);
}

/** Adds a table to the page that GitHub shows of a step, where it names a file for that. */
async function appendSummary(findings: Findings): Promise<void> {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (!path) return;
  const { markdownSummary } = await import("../printers/markdown-summary.ts");
  try {
    appendFileSync(path, markdownSummary(findings));
  } catch {
    process.stderr.write("the summary could not be written to the file that $GITHUB_STEP_SUMMARY names\n");
  }
}

/** The line that says that there are more warnings than are allowed; nothing, where there are not. */
export function tooManyWarnings(diagnostics: readonly Diagnostic[], { maxWarnings }: PrintOptions): string | undefined {
  if (maxWarnings === undefined) return undefined;
  const { warnings } = countsOf(diagnostics);
  if (warnings <= maxWarnings) return undefined;
  return `error: ${inNumber(warnings, "warning")}, and --max-warnings allows ${maxWarnings}\n`;
}

/** "1 error, 3 warnings". */
export function formatCountsOf(diagnostics: readonly Diagnostic[]): string {
  return formatCounts(countsOf(diagnostics));
}

/** The line that says where to read more about what was found; nothing, where nothing was shown with its lines. */
export function explainLine(diagnostics: readonly Diagnostic[], { format, quiet }: PrintOptions): string {
  const [first] = quiet ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  return first === undefined || format !== "pretty"
    ? ""
    : `npx scrutineer explain ${first.rule} says more about a rule\n`;
}
