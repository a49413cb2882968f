import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { filesOnDisk } from "../io/content-files.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { holdOutput } from "../io/hold-output.ts";
import { makeWorkFolder } from "../io/killed-runs.ts";
import { liesWithin } from "../io/lies-within.ts";
import { namedPaths } from "../io/named-paths.ts";
import { printDiagnostics } from "../io/print-diagnostics.ts";
import { PublishError } from "../io/publish-error.ts";
import { EDITIONS, siteAround } from "../io/published-edition.ts";
import { openContent } from "../io/read-content.ts";
import { realPath } from "../io/real-path.ts";
import { onFile } from "../io/system-errors.ts";
import { secondsSince } from "../io/terminal.ts";
import { isOwnPdf, typeset } from "../io/typeset.ts";
import type { Edition } from "../model/settings.ts";
import type { CalendarDate } from "../model/source.ts";
import { printReport } from "../print/print-report.ts";
import { inNumber } from "../printers/counts.ts";
import { SETTINGS } from "../site/content.ts";
import { isWithin } from "../site/wanted-paths.ts";
import { checkWithinMeans } from "./check-within-means.ts";

export interface PdfCommandOptions {
  readonly out?: string | undefined;
  readonly edition: Edition;
  /** The day by which a report is released, or not. */
  readonly asOf?: CalendarDate | undefined;
}

/**
 * Makes the PDF of one report; gives the exit code: 1 where the report has an error, or the edition does not hold it. Throws
 * `ContentFolderError` where the path names no report, and `PublishError` where the PDF cannot be written.
 */
export async function runPdf(file: string, { out, edition, asOf }: PdfCommandOptions): Promise<0 | 1> {
  const started = performance.now();
  const { folder, paths } = await namedPaths([file]);
  const [path = ""] = paths;
  if (!/^reports\/.*\.md$/.test(path))
    throw new ContentFolderError(`${file} is not a report: name a file below reports/`);
  const target = out ?? `${basename(path, ".md")}.pdf`;
  refuseTarget(target, folder, edition);
  // Until the output is held nothing is written, and a signal to which nothing listens ends even what computes.
  const source = filesOnDisk(folder);
  const content = await openContent(source);
  const { site, diagnostics } = await checkWithinMeans(content, { edition, asOf, named: new Set([path]) });
  source.confirm();
  // What the settings say, such as the council and the law, is in every PDF.
  const errors = diagnostics.filter(
    ({ place, severity }) => severity === "error" && (isWithin(path, place.path) || place.path === SETTINGS),
  );
  const shownFolder = relative(".", folder);
  await printDiagnostics(
    { diagnostics: errors, reports: [], plainFiles: [], folder: shownFolder },
    { format: "pretty", color: true },
  );
  const report = site.reports.find((one) => one.path === path);
  const isSettings = errors.some(({ place }) => place.path === SETTINGS);
  if (report === undefined || isSettings) {
    const why = isSettings ? `${SETTINGS} has an error` : whyNot(errors.length, edition);
    process.stderr.write(`No PDF was made of ${file}: ${why}\n`);
    return 1;
  }
  // A copy has the document itself, and not what makes it when it is asked for.
  const job = { ...printReport(site, report) };
  return holdOutput(target, async (): Promise<0> => {
    const inspected = { folder, attachments: content.attachments, nameOnDisk: source.nameOnDisk };
    const pdfs = await typeset([job], inspected, makeWorkFolder(target));
    const [made] = pdfs.values();
    if (made === undefined) throw new Error("the PDF that was asked for was not made");
    // The target may be another file by now.
    refuseTarget(target, folder, edition);
    onFile(target, () => renameSync(made.file, realPath(target)));
    process.stderr.write(`Made ${target}, ${inNumber(made.pages, "page")}: ${secondsSince(started)}\n`);
    return 0;
  });
}

/**
 * A PDF is put where nothing is, or in the place of one like it: neither into the content, nor into a site that others
 * read.
 */
function refuseTarget(target: string, contentFolder: string, edition: Edition): void {
  const folder = dirname(target);
  if (!existsSync(folder)) throw new PublishError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory()) throw new PublishError(`${folder} is a file: name a file in a folder`);
  if (liesWithin(contentFolder, target))
    throw new PublishError(`${target} would be in the content folder, and no report names it there: ${ELSEWHERE}`);
  const site = siteAround(target);
  if (site !== undefined && (edition === "members" || site.edition !== edition))
    throw new PublishError(`${target} would be in the ${EDITIONS[site.edition]} in ${site.folder}: ${ELSEWHERE}`);
  if (!existsSync(target)) return;
  const facts = statSync(target);
  if (facts.isDirectory()) throw new PublishError(`${target} is a folder: name a file`);
  if (!facts.isFile() || !isOwnPdf(readFileSync(target)))
    throw new PublishError(
      `${target} is there already, and is not a PDF that scrutineer made: delete it, or name another file with --out`,
    );
}

const ELSEWHERE = "name a file elsewhere with --out";

function whyNot(errors: number, edition: Edition): string {
  if (errors > 0) return `it has ${inNumber(errors, "error")}`;
  return edition === "public"
    ? "it is withheld, a draft, or not a report; --edition members has what is withheld, and --as-of today what has been released"
    : "it is a draft, or not a report";
}
