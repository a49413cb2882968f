import { relative } from "node:path";
import { type ContentFiles, filesOnDisk, withFile } from "../io/content-files.ts";
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
import { readStandardInput } from "../io/standard-input.ts";
import { secondsSince } from "../io/terminal.ts";
import { formatPlainFiles, inNumber } from "../printers/counts.ts";
import { type Found, findingsOf } from "./findings.ts";

export interface CheckCommandOptions {
  /** The file that standard input is to be checked as. */
  readonly stdinPath?: string | undefined;
  /** Check what git is about to commit. */
  readonly staged?: boolean | undefined;
  /** Check again whenever a file is changed, until the command is ended. */
  readonly watch?: boolean | undefined;
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
  if (options.watch) {
    const { checkAndWatch } = await import("./check-and-watch.ts");
    return checkAndWatch(folder, named, options.printing);
  }
  const found = options.staged ? await staged(folder, named) : await onDisk(files(), named);
  if (found === undefined) {
    process.stderr.write(`Nothing is staged in ${relative(".", folder) || "."}, so there is nothing to check\n`);
    return 0;
  }
  const { shown, ...checked } = found;
  const { printing } = options;
  await printDiagnostics({ diagnostics: shown, ...checked, folder: relative(".", folder) }, printing);
  const tooMany = tooManyWarnings(shown, printing);
  const isWrong = tooMany !== undefined || shown.some(({ severity }) => severity === "error");
  const isNothing = checked.reports.length === 0 && checked.plainFiles.length === 0;
  if (isWrong || isNothing || !printing.quiet) {
    const counted = `${inNumber(checked.reports.length, "report")}${formatPlainFiles(checked.plainFiles)}${options.staged ? ", as staged" : ""}: ${formatCountsOf(shown)}`;
    process.stderr.write(
      `${tooMany ?? ""}Checked ${counted}, ${secondsSince(started)}\n${explainLine(shown, printing)}`,
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

async function onDisk(files: ContentFiles, named: readonly string[]): Promise<Found> {
  const found = await findingsOf(await openContent(files), named);
  files.confirm();
  return found;
}

async function staged(folder: string, named: readonly string[]): Promise<Found | undefined> {
  if (named.some((path) => path !== ""))
    throw new ContentFolderError("--staged checks all that is staged in a content folder: name the folder, or no path");
  const { checkStaged } = await import("./check-staged.ts");
  return checkStaged(folder);
}

async function whatToCheck(
  paths: readonly string[],
  { stdinPath, staged, watch }: CheckCommandOptions,
): Promise<ToCheck> {
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
      "- is the text of standard input, and --stdin-path says which file it is: scrutineer check - --stdin-path content/reports/2026/update.md",
    );
  if (!paths.includes("-"))
    throw new ContentFolderError("--stdin-path says which file standard input is, which is checked for the path -");
  if (paths.length > 1) throw new ContentFolderError("- is checked on its own: name no other path with it");
  const folder = contentFolder(stdinPath);
  const path = pathBelow(folder, stdinPath);
  if (path === "") throw liesInNone(stdinPath);
  const bytes = await readStandardInput();
  return { folder, named: [path], files: () => withFile(filesOnDisk(folder), path, bytes) };
}
