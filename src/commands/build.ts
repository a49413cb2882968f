import { resolve } from "node:path";
import { type Content, SETTINGS } from "../content.ts";
import { besideOutput, forgetBesideOutput } from "../io/beside-output.ts";
import { lockOutput } from "../io/output-lock.ts";
import {
  countedInWords,
  explainLine,
  type PrintOptions,
  printDiagnostics,
  tooManyWarnings,
} from "../io/print-diagnostics.ts";
import { publish, refuseUnsafe } from "../io/publish.ts";
import { publishedFiles } from "../io/published-files.ts";
import { readContent } from "../io/read-content.ts";
import { readTemplates } from "../io/read-templates.ts";
import { progressLine, secondsSince } from "../io/terminal.ts";
import type { CalendarDate, Edition, OutputFile, Site } from "../model.ts";
import { makeOutputs } from "../outputs/index.ts";
import { type SearchRecord, searchRecords } from "../outputs/search-records.ts";
import { printJobs } from "../print/print-jobs.ts";
import { inNumber, plainFilesInWords } from "../printers/counts.ts";
import { printable } from "../printers/printable.ts";
import type { Compiled } from "../report/compile.ts";
import { areWithin, findRemovals, LIMIT_WHEN_LEAVING_OUT, type Removals } from "../site/removals.ts";
import { checkWithinMeans } from "./check-within-means.ts";
import { checkedFiles } from "./checked-files.ts";

export interface BuildCommandOptions {
  readonly out: string;
  readonly edition: Edition;
  readonly base?: string | undefined;
  readonly asOf?: CalendarDate | undefined;
  readonly keepGoing?: boolean | undefined;
  readonly allowRemovals?: boolean | undefined;
  /** Whether the site can be searched; it can, if nothing is said. */
  readonly search?: boolean | undefined;
  readonly printing: PrintOptions;
  /** Whether PDFs are made; they are, if nothing is said. */
  readonly pdf?: boolean | undefined;
}

/**
 * Checks a content folder and publishes an edition of its site; gives the exit code. With an error the output folder stays as it
 * was, unless the faulty reports are to be left out.
 */
export async function runBuild(folder: string, options: BuildCommandOptions): Promise<0 | 1> {
  const unlock = await lockOutput(options.out);
  try {
    return await build(folder, options);
  } finally {
    // What is withheld is not kept beside the site, and nothing that this build did not weigh is.
    if (options.edition === "members" || options.pdf === false) forgetBesideOutput(options.out, "pdf");
    forgetBesideOutput(options.out, "search");
    unlock();
  }
}

async function build(folder: string, options: BuildCommandOptions): Promise<0 | 1> {
  const {
    out,
    edition,
    base,
    asOf,
    keepGoing = false,
    allowRemovals = false,
    pdf = true,
    search = true,
    printing,
  } = options;
  const started = performance.now();
  refuseUnsafe(resolve(out), folder, edition);
  const content = await readContent(folder);
  const progress = progressLine("Compiling reports");
  const onProgress = progress.update;
  const checked = await checkWithinMeans(content, { edition, baseUrl: base, asOf, keepGoing, pdf, onProgress });
  progress.clear();
  const { compiled, plainFiles, site, settings, diagnostics } = checked;
  await printDiagnostics({ diagnostics, ...checkedFiles(checked, edition), folder }, printing);
  const ending = (): string =>
    `${countedInWords(diagnostics)}, ${secondsSince(started)}\n${explainLine(diagnostics, printing)}`;
  const stop = (why: string): 1 => {
    process.stderr.write(`${why}Nothing was published, and ${out} is as it was: ${ending()}`);
    return 1;
  };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const tooMany = tooManyWarnings(diagnostics, printing);
  if ((errors.length > 0 || tooMany !== undefined) && !keepGoing) return stop(tooMany ?? "");
  if (errors.some(({ place }) => place.path === SETTINGS)) return stop("Without sound settings there is no site. ");
  const pdfs = pdf ? await makePdfs(site, content, folder, out) : new Map();
  const templates = readTemplates();
  const sought = { ...site, pdfs, hasSearch: search && site.hasSearch };
  const files = makeOutputs(sought, templates);
  if (!allowRemovals) {
    const removals = findRemovals(publishedFiles(out), files, compiled);
    const limit = keepGoing ? Math.max(LIMIT_WHEN_LEAVING_OUT, settings.removalLimit) : settings.removalLimit;
    if (!areWithin(limit, removals)) return stop(removalsInWords(removals, out));
  }
  const index = await searchIndex(searchRecords(sought, templates), out);
  await publish([...files, ...index], { folder, attachments: content.attachments }, out, edition);
  const sound = plainFiles.flatMap(({ outcome, name }) => (outcome === "published" ? [name] : []));
  const kind = edition === "members" ? ", members' edition" : "";
  const isWrong = errors.length > 0 || tooMany !== undefined;
  if (isWrong || !printing.quiet)
    process.stderr.write(
      `${tooMany ?? ""}Published ${inNumber(site.reports.length, "report")}${others(compiled)}${plainFilesInWords(sound)} as ${inNumber(files.length + index.length, "file")} in ${out}${kind}: ${ending()}`,
    );
  return isWrong ? 1 : 0;
}

/** Makes the PDFs of a site; each that was made for the same text before is taken from where it was left. */
async function makePdfs(site: Site, content: Content, folder: string, out: string): Promise<Site["pdfs"]> {
  const { typeset } = await import("../io/typeset.ts");
  const progress = progressLine("Making PDFs");
  const inspected = { folder, attachments: content.attachments };
  const pdfs = await typeset(
    printJobs(site, content.attachments),
    inspected,
    besideOutput(out, "pdf"),
    progress.update,
  );
  progress.clear();
  return pdfs;
}

/** The files of the search index; its maker is loaded only where there is something to search. */
async function searchIndex(records: readonly SearchRecord[], out: string): Promise<readonly OutputFile[]> {
  if (records.length === 0) return [];
  const { makeSearchIndex } = await import("../io/search-index.ts");
  return makeSearchIndex(records, out);
}

function others(compiled: readonly Compiled[]): string {
  const counts = [
    ["withheld", "withheld"],
    ["draft", "draft"],
    ["refused", "left out"],
  ] as const;
  return counts
    .map(([outcome, words]) => [compiled.filter((report) => report.outcome === outcome).length, words] as const)
    .map(([count, words]) => (count === 0 ? "" : `, ${count} ${words}`))
    .join("");
}

const SHOWN = 10;

function removalsInWords({ addresses, published }: Removals, out: string): string {
  const shown = addresses.slice(0, SHOWN).map((address) => `  ${printable(address)}\n`);
  const more = addresses.length > SHOWN ? `  and ${addresses.length - SHOWN} more\n` : "";
  return (
    `error: this build would remove ${addresses.length} of the ${inNumber(published, "page")} of reports in ${out}, and no report that says it is withheld accounts for them:\n` +
    `${shown.join("")}${more}` +
    "If they are to go, run it again with --allow-removals; a report that has moved says so with `formerly:`. "
  );
}
