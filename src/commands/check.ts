import { existsSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { checkContent } from "../build.ts";
import {
  countedInWords,
  explainLine,
  type PrintOptions,
  printDiagnostics,
  tooManyWarnings,
} from "../io/print-diagnostics.ts";
import { ContentFolderError, readContent } from "../io/read-content.ts";
import { progressLine, secondsSince } from "../io/terminal.ts";
import { inNumber } from "../printers/counts.ts";
import { checkedReports } from "./checked-reports.ts";

/** Checks reports and publishes nothing; gives the exit code. Paths name the content folder, or files and folders in it. */
export async function runCheck(paths: readonly string[], printing: PrintOptions): Promise<0 | 1> {
  const started = performance.now();
  for (const path of paths) {
    if (!existsSync(path)) throw new ContentFolderError(`there is no file or folder ${path}`);
  }
  const folder = contentFolder(paths[0]);
  const content = await readContent(folder);
  const progress = progressLine("Checking reports");
  const { compiled, diagnostics } = checkContent(content, { onProgress: progress.update });
  progress.clear();
  const wanted = paths.map((path) => relative(folder, resolve(path)).split(sep).join("/"));
  const isWanted = (path: string): boolean => wanted.length === 0 || wanted.some((prefix) => covers(prefix, path));
  const shown = diagnostics.filter(({ place }) => isWanted(place.path));
  const checked = compiled.filter(({ path }) => isWanted(path));
  const reports = checkedReports(checked, "public");
  await printDiagnostics({ diagnostics: shown, reports, folder: relative(".", folder) }, printing);
  const tooMany = tooManyWarnings(shown, printing);
  const isWrong = tooMany !== undefined || shown.some(({ severity }) => severity === "error");
  if (isWrong || !printing.quiet) {
    const counted = `${inNumber(reports.length, "report")}: ${countedInWords(shown)}`;
    process.stderr.write(
      `${tooMany ?? ""}Checked ${counted}, ${secondsSince(started)}\n${explainLine(shown, printing)}`,
    );
  }
  return isWrong ? 1 : 0;
}

/** A folder covers what lies in it, and a report its annexes. */
export function covers(wanted: string, path: string): boolean {
  return wanted === "" || path === wanted || path.startsWith(`${wanted.replace(/\.md$/, "")}/`);
}

/** The folder that holds `reports/`: the path itself, or the nearest above it. */
export function contentFolder(path: string | undefined): string {
  const start = resolve(path ?? "content");
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === "reports" || basename(folder) === "shared") return dirname(folder);
    if (existsSync(resolve(folder, "reports")) || existsSync(resolve(folder, "site.yml"))) return folder;
  }
  if (path === undefined || statSync(start).isDirectory()) return start;
  throw new ContentFolderError(`${path} lies in no content folder: reports lie below content/reports/`);
}
