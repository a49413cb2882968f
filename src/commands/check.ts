import { relative } from "node:path";
import type { RuleId } from "../diagnostics/catalogue.ts";
import { guards } from "../diagnostics/guards.ts";
import { readBaseline, writeBaseline } from "../io/baseline.ts";
import { filesChangedSince } from "../io/changed-files.ts";
import { type ContentFiles, filesOnDisk, withOpenFiles } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { contentFolder, liesInNone, namedPaths, pathBelow } from "../io/named-paths.ts";
import {
  explainLine,
  formatCountsOf,
  type PrintOptions,
  printDiagnostics,
  tooManyWarnings,
} from "../io/print-diagnostics.ts";
import { openContent } from "../io/read-content.ts";
import { type Changes, stagedFiles } from "../io/staged-files.ts";
import { secondsSince } from "../io/terminal.ts";
import type { CalendarDate } from "../model/source.ts";
import { formatPlainFiles, inNumber } from "../printers/counts.ts";
import { type Found, findingsOf } from "./findings.ts";
import { narrowed } from "./narrowed-findings.ts";

export interface CheckCommandOptions {
  /** The file that standard input is to be checked as. */
  readonly stdinPath?: string | undefined;
  /** Check what git is about to commit. */
  readonly staged?: boolean | undefined;
  /** Check what was changed since a revision; since the last commit, if none is named. */
  readonly changed?: boolean | undefined;
  readonly since?: string | undefined;
  /** Check again whenever a file is changed, until the command is ended. */
  readonly watch?: boolean | undefined;
  readonly only?: readonly RuleId[] | undefined;
  readonly skip?: readonly RuleId[] | undefined;
  /** The file of what was found before. */
  readonly baseline?: string | undefined;
  /** Write that file, and tell nothing. */
  readonly writeBaseline?: boolean | undefined;
  /** The day by which releases have come, or not. */
  readonly asOf?: CalendarDate | undefined;
  readonly printing: PrintOptions;
}

/**
 * Checks reports, meetings and plain pages, and publishes nothing; gives the exit code. Paths name the content folder,
 * files and folders in it, or globs; `-` is standard input. Throws `ContentFolderError` where they name nothing that
 * can be checked.
 */
export async function runCheck(paths: readonly string[], options: CheckCommandOptions): Promise<0 | 1> {
  const started = performance.now();
  const { folder, named, files } = await whatToCheck(paths, options);
  if (options.writeBaseline) return writeWhatIsFound(folder, named, options);
  const { only, skip, baseline: file, asOf } = options;
  const narrowing = { only, skip, baseline: file === undefined ? undefined : readBaseline(file) };
  if (options.watch) {
    const { checkAndWatch } = await import("./check-and-watch.ts");
    return checkAndWatch(folder, named, options.printing, { ...narrowing, asOf });
  }
  const changes = whatWasChanged(folder, named, options);
  const found = changes === undefined ? await onDisk(files(), named, asOf) : await ofChanges(changes(), asOf);
  if (found === undefined) {
    const what = options.staged ? "is staged" : `was changed since ${options.since ?? "HEAD"}`;
    process.stderr.write(`Nothing ${what} in ${relative(".", folder) || "."}, so there is nothing to check\n`);
    return 0;
  }
  const { shown: all, ...checked } = found;
  const { shown, rest, gone } = narrowed(all, narrowing);
  const isWhole = changes === undefined && named.every((path) => path === "") && !only && !skip;
  const { printing } = options;
  await printDiagnostics({ diagnostics: shown, ...checked, folder: relative(".", folder) }, printing);
  const tooMany = tooManyWarnings(shown, printing);
  const isWrong = tooMany !== undefined || shown.some(({ severity }) => severity === "error");
  const isNothing = checked.reports.length === 0 && checked.plainFiles.length === 0;
  if (isWrong || isNothing || !printing.quiet) {
    const counted = `${inNumber(checked.reports.length, "report")}${formatPlainFiles(checked.plainFiles)}${options.staged ? ", as staged" : ""}: ${formatCountsOf(shown)}${rest}`;
    process.stderr.write(
      `${tooMany ?? ""}Checked ${counted}, ${secondsSince(started)}\n${explainLine(shown, printing)}`,
    );
    if (gone > 0 && isWhole)
      process.stderr.write(
        `${inNumber(gone, "finding")} of ${file} ${gone === 1 ? "is" : "are"} no longer there: --write-baseline takes ${gone === 1 ? "it" : "them"} out\n`,
      );
  }
  return isWrong ? 1 : 0;
}

interface ToCheck {
  readonly folder: string;
  /** Paths below the folder; none stands for all that is in it. */
  readonly named: readonly string[];
  readonly files: () => ContentFiles;
}

async function onDisk(files: ContentFiles, named: readonly string[], asOf: CalendarDate | undefined): Promise<Found> {
  const found = await findingsOf(await openContent(files), named, { asOf });
  files.confirm();
  return found;
}

/** What is to be asked of git; nothing where the files are to be checked as they are. */
function whatWasChanged(
  folder: string,
  named: readonly string[],
  { staged, changed, since }: CheckCommandOptions,
): (() => Changes) | undefined {
  if (!staged && !changed && since === undefined) return undefined;
  const flag = staged ? "--staged" : "--changed";
  if (named.some((path) => path !== ""))
    throw new ContentFolderError(
      `${flag} checks all that is ${staged ? "staged" : "changed"} in a content folder: name the folder, or no path`,
    );
  return () => (staged ? stagedFiles(folder) : filesChangedSince(folder, since ?? "HEAD"));
}

async function ofChanges(changes: Changes, asOf: CalendarDate | undefined): Promise<Found | undefined> {
  const { checkChanges } = await import("./check-changes.ts");
  return checkChanges(changes, asOf);
}

/** Writes down what is found today. What guards what is withheld is told all the same; gives the exit code. */
async function writeWhatIsFound(
  folder: string,
  named: readonly string[],
  { baseline, printing, asOf, ...options }: CheckCommandOptions,
): Promise<0 | 1> {
  if (baseline === undefined)
    throw new ContentFolderError("--write-baseline writes the file that --baseline names: name one");
  const { staged, changed, since, watch, only, skip, stdinPath } = options;
  const isPart = named.some((path) => path !== "") || [since, only, skip, stdinPath].some((one) => one !== undefined);
  if (isPart || staged || changed || watch)
    throw new ContentFolderError(
      "--write-baseline writes down all that is found: use it without other flags and paths",
    );
  const { shown: found, ...checked } = await onDisk(filesOnDisk(folder), named, asOf);
  const shown = found.filter(({ rule }) => guards.has(rule));
  const count = writeBaseline(baseline, found);
  await printDiagnostics({ diagnostics: shown, ...checked, folder: relative(".", folder) }, printing);
  const rest =
    shown.length === 0 ? "" : `; ${shown.length} more, of what keeps back what is withheld, no baseline ever holds`;
  process.stderr.write(`Wrote ${inNumber(count, "finding")} to ${baseline}${rest}\n${explainLine(shown, printing)}`);
  return shown.some(({ severity }) => severity === "error") ? 1 : 0;
}

async function whatToCheck(
  paths: readonly string[],
  { stdinPath, staged, watch, changed, since }: CheckCommandOptions,
): Promise<ToCheck> {
  const isSince = changed === true || since !== undefined;
  if (isSince && (staged || watch || stdinPath !== undefined || paths.includes("-")))
    throw new ContentFolderError(
      "--changed checks what was changed since a revision: use it without --staged, --watch and -",
    );
  if (watch && (staged || stdinPath !== undefined || paths.includes("-")))
    throw new ContentFolderError("--watch checks files as they are on disk: use it without --staged and without -");
  if (staged && (stdinPath !== undefined || paths.includes("-")))
    throw new ContentFolderError(
      "--staged checks what git is about to commit, and - standard input: use one of the two",
    );
  if (stdinPath === undefined && !paths.includes("-")) {
    const { folder, paths: named } = await namedPaths(paths);
    return { folder, named, files: () => filesOnDisk(folder) };
  }
  if (stdinPath === undefined)
    throw new ContentFolderError(
      "- is the text of standard input, and --stdin-path says which file it is: npx scrutineer check - --stdin-path content/reports/2026/update.md",
    );
  if (!paths.includes("-"))
    throw new ContentFolderError("--stdin-path says which file standard input is, which is checked for the path -");
  if (paths.length > 1) throw new ContentFolderError("- is checked on its own: name no other path with it");
  const folder = contentFolder(stdinPath);
  const path = pathBelow(folder, stdinPath);
  if (path === "") throw liesInNone(stdinPath);
  const bytes = await readStandardInput();
  return {
    folder,
    named: [path],
    files: () => withOpenFiles(filesOnDisk(folder), new Map([[path, { bytes, stamp: "standard input" }]])),
  };
}

/** All that comes on standard input, as bytes. */
async function readStandardInput(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
