import { copyFileSync, existsSync, statSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { besideOutput, forgetBesideOutput } from "../io/beside-output.ts";
import { filesOnDisk } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { namedPaths } from "../io/named-paths.ts";
import { printDiagnostics } from "../io/print-diagnostics.ts";
import { PublishError } from "../io/publish-error.ts";
import { openContent } from "../io/read-content.ts";
import { secondsSince } from "../io/terminal.ts";
import { typeset } from "../io/typeset.ts";
import type { Edition, MadePdf } from "../model.ts";
import { printReport } from "../print/print-report.ts";
import { inNumber } from "../printers/counts.ts";
import { checkWithinMeans } from "./check-within-means.ts";

export interface PdfCommandOptions {
  readonly out?: string | undefined;
  readonly edition: Edition;
}

/**
 * Makes the PDF of one report; gives the exit code: 1 where the report has an error, or the edition does not hold it. Throws
 * `ContentFolderError` where the path names no report, and `PublishError` where the PDF cannot be written.
 */
export async function runPdf(file: string, { out, edition }: PdfCommandOptions): Promise<0 | 1> {
  const started = performance.now();
  const { folder, paths } = await namedPaths([file]);
  const [path = ""] = paths;
  if (!/^reports\/.*\.md$/.test(path)) throw new ContentFolderError(`${file} is no report: name a file below reports/`);
  const target = out ?? `${basename(path, ".md")}.pdf`;
  refuseTarget(target);
  const content = await openContent(filesOnDisk(folder));
  const { site, diagnostics } = await checkWithinMeans(content, { edition, named: new Set([path]) });
  const errors = diagnostics.filter(
    ({ place, severity }) => severity === "error" && place.path.startsWith(path.slice(0, -3)),
  );
  const shownFolder = relative(".", folder);
  await printDiagnostics(
    { diagnostics: errors, reports: [], plainFiles: [], folder: shownFolder },
    { format: "pretty", color: true },
  );
  const report = site.reports.find((one) => one.path === path);
  if (report === undefined) {
    process.stderr.write(`No PDF was made of ${file}: ${whyNot(errors.length, edition)}\n`);
    return 1;
  }
  const pdfs = await typeset(
    [printReport(site, report)],
    { folder, ...content },
    besideOutput(target, "pdf"),
    () => {},
  );
  try {
    const [made] = pdfs.values();
    if (made !== undefined) write(made, target);
    process.stderr.write(`Made ${target}, ${inNumber(made?.pages ?? 0, "page")}: ${secondsSince(started)}\n`);
  } finally {
    forgetBesideOutput(target, "pdf");
  }
  return 0;
}

function refuseTarget(target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder)) throw new PublishError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new PublishError(`${folder} is a file: name a file in a folder`);
  if (existsSync(target) && statSync(target).isDirectory())
    throw new PublishError(`${target} is a folder: name a file`);
}

function write({ file }: MadePdf, target: string): void {
  try {
    copyFileSync(file, target);
  } catch {
    throw new PublishError(`${target} cannot be written to: name another file with --out`);
  }
}

function whyNot(errors: number, edition: Edition): string {
  if (errors > 0) return `it has ${inNumber(errors, "error")}`;
  return edition === "public"
    ? "it is withheld, a draft, or no report; --edition members has what is withheld"
    : "it is a draft, or no report";
}
