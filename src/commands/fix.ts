import { constants } from "node:os";
import { relative } from "node:path";
import pc from "picocolors";
import type { DiffLine } from "../fixes/diff.ts";
import type { FixName } from "../fixes/fix.ts";
import { filesOnDisk } from "../io/content-files.ts";
import { formatStopped } from "../io/hold-output.ts";
import { namedPaths } from "../io/named-paths.ts";
import { openContent } from "../io/read-content.ts";
import { ReplaceFileError, replaceFile } from "../io/replace-file.ts";
import { stepByStep } from "../io/step-by-step.ts";
import { supportsColour } from "../io/terminal.ts";
import { type FileChange, type FixedContent, fixContent } from "../pipeline/fix-content.ts";
import { formatPlainFiles, inNumber } from "../printers/counts.ts";
import { printable } from "../printers/printable.ts";
import { typedCommand } from "../printers/typed-command.ts";
import { isWithin } from "../site/wanted-paths.ts";
import { weighAll } from "./check-within-means.ts";

export interface FixCommandOptions {
  readonly dryRun?: boolean | undefined;
  readonly only?: readonly FixName[] | undefined;
}

/**
 * Fixes in the files of reports, meetings and plain pages what can be fixed without judgement; gives the exit code: 1
 * where an error is left, or where a dry run finds something to fix. Told to stop, it stops between two reports.
 */
export async function runFix(paths: readonly string[], { dryRun = false, only }: FixCommandOptions): Promise<number> {
  const { folder, paths: named } = await namedPaths(paths);
  const files = filesOnDisk(folder);
  const content = await openContent(files);
  const fixed = fixContent(content, {
    isWanted: (path) => named.length === 0 || named.some((prefix) => isWithin(prefix, path)),
    excessOf: await weighAll(content),
    isAsked: (name) => only === undefined || only.includes(name),
  });
  files.confirm();
  const shownFolder = relative(".", folder);
  const where = (path: string): string => printable(shownFolder === "" ? path : `${shownFolder}/${path}`);
  const [failures, done]: [Failure[], FileChange[]] = [[], []];
  const stopped = await stepByStep(dryRun ? [] : changesOfEachReport(fixed), (changes) => {
    failures.push(...writeAll(folder, changes, files.nameOnDisk));
    done.push(...changes);
  });
  for (const change of dryRun ? fixed.changes : done) {
    if (failures.some(({ path }) => path === change.path)) continue;
    process.stderr.write(`${where(change.path)}: ${formatChange(change, dryRun)}\n`);
    if (dryRun && change.diff !== undefined) process.stdout.write(diffInLines(where(change.path), change.diff));
  }
  if (stopped === undefined)
    for (const { place, message } of fixed.remarks)
      process.stderr.write(`${where(place.path)}:${place.line}:${place.column}  note  ${printable(message)}\n`);
  for (const { message } of failures) process.stderr.write(`error: ${printable(message)}\n`);
  if (stopped !== undefined) {
    const fixedOf = `${done.length - failures.length} of ${fixed.changes.length} files were fixed`;
    process.stderr.write(formatStopped(folder, `${fixedOf}, and the others are as they were`));
    return 128 + constants.signals[stopped];
  }
  process.stderr.write(closing(fixed, failures.length, dryRun, paths));
  const errors = fixed.left.filter(({ severity }) => severity === "error").length;
  return errors > 0 || failures.length > 0 || (dryRun && fixed.changes.length > 0) ? 1 : 0;
}

/** A report and its annexes are fixed together. */
function changesOfEachReport({ changes }: FixedContent): readonly (readonly FileChange[])[] {
  const ofReports = new Map<string, FileChange[]>();
  for (const change of changes) ofReports.set(change.report, [...(ofReports.get(change.report) ?? []), change]);
  return [...ofReports.values()];
}

interface Failure {
  readonly path: string;
  readonly message: string;
}

function writeAll(
  folder: string,
  changes: readonly FileChange[],
  nameOnDisk: (path: string) => string,
): readonly Failure[] {
  return changes.flatMap(({ path, before, after }) => {
    try {
      replaceFile(folder, nameOnDisk(path), before, after);
      return [];
    } catch (error) {
      if (!(error instanceof ReplaceFileError)) throw error;
      return [{ path, message: error.message }];
    }
  });
}

/** "2 changes at lines 14, 20 (dashes, typed-number)". */
function formatChange({ corrections, diff }: FileChange, dryRun: boolean): string {
  const lines = [...new Set(corrections.map(({ line }) => line))].sort((a, b) => a - b);
  const names = [...new Set(corrections.map(({ name }) => name))].join(", ");
  const hidden = dryRun && diff === undefined ? "; not shown: it is or may be confidential" : "";
  const at = `at line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`;
  return `${inNumber(corrections.length, "change")} ${at} (${names}${hidden})`;
}

function diffInLines(path: string, lines: readonly DiffLine[]): string {
  const colours = pc.createColors(supportsColour(process.stdout));
  const plain = (text: string): string => text;
  const paint = { place: colours.cyan, same: plain, taken: colours.red, put: colours.green };
  const shown = lines.map(({ kind, text }) => `${paint[kind](inDiff(text))}\n`);
  return `${colours.bold(`--- ${path}`)}\n${colours.bold(`+++ ${path}`)}\n${shown.join("")}`;
}

/** Blanks at which no line breaks look like others, and are what is fixed. */
function inDiff(text: string): string {
  return printable(text).replace(/[\u00a0\u202f]/g, "\u2423");
}

function closing(
  { changes, left, reports, plainFiles }: FixedContent,
  failures: number,
  dryRun: boolean,
  paths: readonly string[],
): string {
  const count = changes.reduce((sum, { corrections }) => sum + corrections.length, 0);
  const errors = left.filter(({ severity }) => severity === "error").length;
  const changed = new Set(changes.map(({ report }) => report));
  const plain = plainFiles.filter(({ path }) => changed.has(path));
  const files = `${inNumber(changed.size - plain.length, "report")}${formatPlainFiles(plain)}`;
  const done =
    count === 0
      ? `Nothing to fix in ${inNumber(reports, "report")}${formatPlainFiles(plainFiles)}`
      : dryRun
        ? `${inNumber(count, "thing")} to fix in ${files}: nothing was written`
        : failures > 0
          ? `Fixed what could be written of ${inNumber(count, "thing")} in ${files}`
          : `Fixed ${inNumber(count, "thing")} in ${files}`;
  const are = errors === 1 ? "is" : "are";
  const rest =
    errors === 0
      ? ""
      : `; ${inNumber(errors, "error")} ${dryRun ? "would be" : are} left: ${printable(typedCommand("check", ...(paths.length > 3 ? [] : paths)))}`;
  return `${done}${rest}\n`;
}
