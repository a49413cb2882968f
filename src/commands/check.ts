import { existsSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { checkContent } from "../build.ts";
import { ContentFolderError, readContent } from "../io/read-content.ts";
import { countsInWords, inNumber, printDiagnostics, progressLine, secondsSince } from "../io/terminal.ts";

const CONTENT = "content";

/** Checks reports and publishes nothing; gives the exit code. Paths name the content folder, or files and folders in it. */
export async function runCheck(paths: readonly string[]): Promise<0 | 1> {
  const started = performance.now();
  const folder = contentFolder(paths);
  const content = await readContent(folder);
  const progress = progressLine("Checking reports");
  const { compiled, diagnostics } = checkContent(content, { onProgress: progress.update });
  progress.clear();
  const wanted = paths.map((path) => relative(folder, path).split(sep).join("/"));
  const isWanted = (path: string): boolean =>
    wanted.length === 0 ||
    wanted.some(
      (prefix) => prefix === "" || path === prefix || path.startsWith(`${prefix}/`) || isAnnexOf(path, prefix),
    );
  const shown = diagnostics.filter(({ place }) => isWanted(place.path));
  const checked = compiled.filter(({ path }) => isWanted(path)).length;
  printDiagnostics(shown, content, folder);
  process.stderr.write(`Checked ${inNumber(checked, "report")}: ${countsInWords(shown)}, ${secondsSince(started)}\n`);
  return shown.some(({ severity }) => severity === "error") ? 1 : 0;
}

function isAnnexOf(path: string, report: string): boolean {
  return report.endsWith(".md") && path.startsWith(report.replace(/\.md$/, "/"));
}

/** The folder that holds `reports/`: the path itself, or one above it. */
function contentFolder(paths: readonly string[]): string {
  const [first] = paths;
  if (first === undefined) return CONTENT;
  if (!existsSync(first)) throw new ContentFolderError(`there is no file or folder ${first}`);
  if (statSync(first).isDirectory() && existsSync(resolve(first, "reports"))) return first;
  const parts = first.split(/[\\/]/);
  const reports = parts.lastIndexOf("reports");
  if (reports > 0) return parts.slice(0, reports).join("/") || "/";
  if (reports === 0) return ".";
  if (statSync(first).isDirectory()) return first;
  throw new ContentFolderError(`${first} lies in no content folder: reports lie below content/reports/`);
}
