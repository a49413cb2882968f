import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { isTooLong } from "../addresses/addresses.ts";
import { formatDate } from "../dates/calendar-date.ts";
import { type Finding, toDiagnostic } from "../diagnostics/catalogue.ts";
import { type Diagnostic, inReadingOrder } from "../diagnostics/diagnostic.ts";
import { isBegunApart } from "../io/begun-apart.ts";
import { besideOutput, forgetBesideOutput } from "../io/beside-output.ts";
import { type CompileStoreFolder, compileStoreIn } from "../io/compile-store.ts";
import { compileInThreads, reportsToKeep, threadsFor } from "../io/compile-workers.ts";
import { type ContentFiles, filesOnDisk } from "../io/content-files.ts";
import { type DigestsOfFiles, digestsOfFiles } from "../io/digests-of-files.ts";
import { holdOutput } from "../io/hold-output.ts";
import { makeWorkFolder } from "../io/killed-runs.ts";
import { compareWithLast, type LastBuild, rememberBuild } from "../io/last-build.ts";
import { liesWithin } from "../io/lies-within.ts";
import { placeOf, releaseLinked } from "../io/live-link.ts";
import { refuseWithoutLinks } from "../io/live-releases.ts";
import { type PdfsMade, pdfsMade } from "../io/pdfs-made.ts";
import { PdfsNotMade } from "../io/pdfs-not-made.ts";
import {
  explainLine,
  type Found,
  formatCountsOf,
  type PrintOptions,
  printDiagnostics,
  tooManyWarnings,
} from "../io/print-diagnostics.ts";
import { progressLine } from "../io/progress-line.ts";
import { publish, refuseMisplaced, refuseUnsafe } from "../io/publish.ts";
import { PublishError } from "../io/publish-error.ts";
import type { InspectedFolder } from "../io/published-bytes.ts";
import { publishedText } from "../io/published-files.ts";
import { type Aside, putAside } from "../io/put-aside.ts";
import { openContent } from "../io/read-content.ts";
import { templatesWith } from "../io/read-templates.ts";
import { tellExitCode } from "../io/run-apart.ts";
import { lookAtOldSite, type OldSite } from "../io/shared-files.ts";
import { swept } from "../io/swept.ts";
import { formatSystemError } from "../io/system-errors.ts";
import { secondsSince } from "../io/terminal.ts";
import { type TextsPublished, textsPublished } from "../io/texts-published.ts";
import type { Edition } from "../model/settings.ts";
import type { OutputFile, Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { makeOutputs } from "../outputs/index.ts";
import { eachSearchRecord, type SearchRecord } from "../outputs/search-records.ts";
import type { Templates } from "../outputs/templates.ts";
import { type Checked, checkContent } from "../pipeline/check-content.ts";
import type { PrintJob } from "../print/print-document.ts";
import { printJobs } from "../print/print-jobs.ts";
import { countsOf, formatCounts, formatPlainFiles, inNumber } from "../printers/counts.ts";
import { printable } from "../printers/printable.ts";
import { commandForFolder } from "../printers/typed-command.ts";
import type { Compiled } from "../report/compile/compile.ts";
import { type CompileCache, keptIn, lean, noCache, openingLightly } from "../site/compile-cache.ts";
import type { Faults } from "../site/compile-reports.ts";
import { type Content, isOfWholeSite } from "../site/content.ts";
import type { ExcessOf } from "../site/file-excess.ts";
import { puttingFindingsAside } from "../site/findings-aside.ts";
import { type KeptByLaw, keptByLaw } from "../site/kept-by-law.ts";
import { madeOfSite } from "../site/made-of-site.ts";
import { areWithin, findRemovals, LIMIT_WHEN_LEAVING_OUT, type Removals } from "../site/removals.ts";
import { stillPublic } from "../site/still-public.ts";
import { weighAll } from "./check-within-means.ts";
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
  /** Takes what was found; it is printed, if nothing is said. */
  readonly onFound?: ((found: Found) => Promise<void>) | undefined;
  /** Takes what is said at the end; it is printed, if nothing is said. */
  readonly tell?: ((words: string) => void) | undefined;
  /** Whether PDFs are made; they are, if nothing is said. */
  readonly pdf?: boolean | undefined;
  /**
   * The folder in which what was made is kept for the next build; one beside the output, if none is named, or none at
   * all.
   */
  readonly cache?: string | false | undefined;
  /** Whether the site says what each of its files is. */
  readonly manifest?: boolean | undefined;
  /** Whether the output is a link to the site, which a new one replaces in one step; it stays one where it is one. */
  readonly live?: boolean | undefined;
  /** For how many seconds it waits for another build into the same folder; none, if nothing is said. */
  readonly wait?: number | undefined;
  /** Whether a site is left to another process: to compare with the last one, or to make. None is, if nothing is said. */
  readonly isLeft?: ((content: ContentFiles, step: "compare" | "make") => boolean) | undefined;
  /** The site with which what is made is only to be compared, by its name in messages. */
  readonly comparedWith?: string | undefined;
}

/**
 * Checks a content folder and publishes an edition of its site; gives the exit code. With an error the output folder
 * stays as it was, unless the faulty reports are to be left out.
 */
export async function runBuild(folder: string, options: BuildCommandOptions): Promise<0 | 1> {
  return (await buildSite(folder, options)).code;
}

/** How a build ended. */
export interface BuildEnd {
  readonly code: 0 | 1;
  /** Whether the output folder holds the site of this content. */
  readonly isPublished: boolean;
  /** It is left to another process. */
  readonly isLeft?: true;
}

const LEFT: BuildEnd = { code: 0, isPublished: false, isLeft: true };

/** Does what `runBuild` does, and says whether the site was published. */
export async function buildSite(folder: string, options: BuildCommandOptions): Promise<BuildEnd> {
  const { out, cache } = options;
  refuseMisplaced(resolve(out), folder);
  if (typeof cache === "string") refuseMisplaced(resolve(cache), folder);
  return holdOutput(
    out,
    async () => {
      const aside = putAside(() => makeWorkFolder(out));
      try {
        return await build(folder, options, aside);
      } catch (error) {
        const words = formatSystemError(error);
        if (options.comparedWith !== undefined) throw error;
        throw words === undefined
          ? error
          : new PublishError(`${words}. Nothing was published, and ${out} is as it was`);
      } finally {
        swept(aside.close);
        swept(() => forgetAfter(options));
      }
    },
    { waitSeconds: options.wait },
  );
}

/** Forgets what is not to be kept: what is withheld, beside the site, and what this build did not weigh. */
function forgetAfter({ out, edition, pdf, cache }: BuildCommandOptions): void {
  const isKeptThere = (): boolean => cache !== false && liesWithin(besideOutput(out, "cache"), cacheFolder(out, cache));
  if (edition === "members" || !isKeptThere()) forgetBesideOutput(out, "cache");
  if (pdf === false && edition === "public" && cache !== false)
    rmSync(join(cacheFolder(out, cache), PDFS), { recursive: true, force: true });
}

const PDFS = "pdf";
const COMPILED = "compile";

/** The folders in which a build writes entries for the next one. */
export function keptFolders({ out, cache }: BuildCommandOptions): readonly string[] {
  if (cache === false) return [];
  const folder = cacheFolder(out, cache);
  return [folder, join(folder, COMPILED)];
}

function cacheFolder(out: string, cache: string | undefined): string {
  return cache === undefined ? besideOutput(out, "cache") : resolve(cache);
}

/** What a build was asked for, with what holds where nothing was said. */
interface Order
  extends Pick<BuildCommandOptions, "out" | "edition" | "base" | "asOf" | "comparedWith" | "printing" | "isLeft"> {
  readonly folder: string;
  readonly keepGoing: boolean;
  readonly allowRemovals: boolean;
  readonly pdf: boolean;
  readonly search: boolean;
  readonly manifest: boolean;
  readonly live: boolean;
  /** The folder in which what was made is kept for the next build. */
  readonly keep: string | undefined;
  readonly started: number;
  readonly onFound: (found: Found) => Promise<void>;
  readonly tell: (words: string) => void;
}

function orderOf(folder: string, options: BuildCommandOptions): Order {
  const { out, edition, base, asOf, comparedWith, printing, isLeft, cache } = options;
  return {
    ...{ folder, out, edition, base, asOf, comparedWith, printing, isLeft },
    keepGoing: options.keepGoing ?? false,
    allowRemovals: options.allowRemovals ?? false,
    pdf: options.pdf ?? true,
    search: options.search ?? true,
    manifest: options.manifest ?? false,
    live: options.live ?? releaseLinked(placeOf(out)) !== undefined,
    keep: edition === "public" && cache !== false ? cacheFolder(out, cache) : undefined,
    started: performance.now(),
    onFound: options.onFound ?? ((found) => printDiagnostics(found, printing)),
    tell: options.tell ?? ((words) => void process.stderr.write(words)),
  };
}

async function build(folder: string, options: BuildCommandOptions, aside: Aside): Promise<BuildEnd> {
  const order = orderOf(folder, options);
  const { out, edition, keepGoing, printing, live, comparedWith, onFound, tell, started } = order;
  refuseUnsafe(resolve(out), folder, edition);
  if (live) refuseWithoutLinks(makeWorkFolder(out), out);
  const source = filesOnDisk(folder);
  if (order.isLeft?.(source, "compare")) return LEFT;
  const hashes = digestsOfFiles(source, order.keep);
  const { digests, isSame } = comparedWithLast(order, source, hashes);
  if (isSame) return { code: 0, isPublished: true };
  if (order.isLeft?.(source, "make")) return LEFT;
  const workshop = await openWorkshop(order, source, hashes, aside);
  const { checked, diagnostics, made } = await leavingOutFaults(
    (faults) => checkIn(workshop, order, faults),
    (site, withoutPacks) => makeSite(site, workshop, order, withoutPacks),
    (found) =>
      !keepGoing && (hasErrors(found.diagnostics) || tooManyWarnings(found.diagnostics, printing) !== undefined),
    (failed) => onFound({ diagnostics: failed.diagnostics, ...checkedFiles(failed, edition), folder }),
  );
  workshop.store?.forgetUnused();
  await onFound({ diagnostics, ...checkedFiles(checked, edition), folder });
  const ending = (): string =>
    `${formatCountsOf(diagnostics)}, ${secondsSince(started)}\n${explainLine(diagnostics, printing)}`;
  const stop = (why: string): BuildEnd => {
    const outcome = comparedWith === undefined ? `published, and ${out} is as it was` : `compared with ${comparedWith}`;
    tell(`${why}Nothing was ${outcome}: ${ending()}`);
    return { code: 1, isPublished: false };
  };
  const tooMany = tooManyWarnings(diagnostics, printing);
  const isWrong = hasErrors(diagnostics) || tooMany !== undefined;
  if (isWrong && !keepGoing) return stop(tooMany ?? "");
  if (made === undefined) return stop("Without correct settings, templates and styles there is no site. ");
  warnOfAnnexes(made.pdfs, edition, tell);
  const old = order.allowRemovals ? undefined : lookAtOldSite(placeOf(out), order.keep);
  const whyNot = old && whyNotRemoved(order, checked, made.files, old);
  if (whyNot !== undefined) return stop(whyNot);
  const files = [...made.files, ...(await searchIndex(made.records, out))];
  const code = isWrong ? 1 : 0;
  if (comparedWith === undefined) tellExitCode(code);
  const published = await publish(files, workshop.inspected, out, {
    edition,
    hasManifest: order.manifest,
    keep: order.keep,
    old,
    live: live ? { isStillPublic: stillPublic(files, checked.compiled) } : undefined,
  });
  if (comparedWith !== undefined) return { code: 0, isPublished: false };
  const outcome = formatPublished(order, checked, files.length);
  try {
    workshop.known.remember(published.hashes);
    hashes.remember([...whollyPublished(checked), ...copiedAmong(made.files)]);
    if (order.keep !== undefined && digests !== undefined && !isWrong && made.pdfs.size === countWhole(made.pdfs))
      rememberBuild(order.keep, {
        ...digests,
        output: published.state,
        counts: countsOf(diagnostics),
        published: `${outcome} were published`,
      });
  } catch {
    // The new site is in its place, whatever is kept of it: the next build makes anew what is not.
  }
  if (isWrong || !printing.quiet) tell(`${tooMany ?? ""}Published ${outcome}: ${ending()}`);
  return { code, isPublished: true };
}

/** What tells this build's content from others, and whether the site of the last one is that of this, which is said. */
function comparedWithLast(
  { out, base, asOf, keepGoing, pdf, search, manifest, live, keep, printing, tell, started, folder }: Order,
  source: ContentFiles,
  hashes: DigestsOfFiles,
): { readonly digests?: Pick<LastBuild, "inputs" | "listing"> | undefined; readonly isSame: boolean } {
  if (keep === undefined) return { isSame: false };
  const flags = [base, asOf, keepGoing, pdf, search, manifest, live];
  const inputs = { files: source, digestOfFile: hashes.of, options: flags, output: out };
  const { digests, last } = compareWithLast(keep, inputs);
  const isSame =
    last !== undefined && printing.format === "pretty" && last.counts.warnings <= (printing.maxWarnings ?? Infinity);
  if (isSame && !printing.quiet) tell(nothingChanged(last, started, folder));
  return { digests, isSame };
}

/** What a site is made in, and of: the content, and what is known of it. */
interface Workshop {
  readonly content: Content;
  readonly source: ContentFiles;
  readonly inspected: InspectedFolder;
  readonly excessOf: ExcessOf;
  readonly progress: ReturnType<typeof progressLine>;
  readonly store: CompileStoreFolder | undefined;
  readonly cache: CompileCache;
  readonly known: TextsPublished;
  readonly templates: Templates;
  readonly aside: Aside;
  /** The folder in which PDFs are kept until they are published, and for the next build. */
  readonly kept: string;
  /** What is known of PDFs that were made before. */
  readonly pdfs: PdfsMade | undefined;
}

/** Opens the content, and what is kept of earlier builds; threads compile what is not kept, where there is much of it. */
async function openWorkshop(
  order: Order,
  source: ContentFiles,
  hashes: DigestsOfFiles,
  aside: Aside,
): Promise<Workshop> {
  const { out, edition, keep, folder } = order;
  const content = await openContent(source, "read each time");
  const progress = progressLine("Compiling reports");
  const excessOf = await weighAll(content);
  const threads = threadsFor(content.texts.size);
  const storeFolder = keep ?? (edition === "public" && threads > 0 ? makeWorkFolder(out) : undefined);
  const store = storeFolder === undefined ? undefined : compileStoreIn(join(storeFolder, COMPILED), hashes.of);
  if (store !== undefined && storeFolder !== undefined && threads > 0) {
    const reports = reportsToKeep(content, store).filter((path) => excessOf(path) === undefined);
    const work = { folder, store: join(storeFolder, COMPILED), options: checkOptions(order) };
    await compileInThreads(work, reports, threadsFor(reports.length), progress.update);
  }
  // What is held of all reports is most of the heap from here on: it may grow by half of that, not by as much again. The
  // flag is for the whole process, which must be no one else's.
  if (threads > 0 && isBegunApart()) setFlagsFromString("--heap-growing-percent=50");
  // What is opened once need not be opened again where a report is left out.
  const opened = openingLightly(noCache());
  const putFindings = puttingFindingsAside(aside.putText);
  const keeping = store && keptIn(store, opened);
  const before = keep === undefined || keeping === undefined ? undefined : { folder: keep, ...keeping };
  const known = textsPublished(aside, before);
  return {
    content,
    source,
    inspected: { folder, attachments: content.attachments, nameOnDisk: source.nameOnDisk },
    excessOf,
    progress,
    store,
    cache: lean(aside, putFindings, keeping ?? opened),
    known,
    templates: { ...(await templatesWith(content.theme)), known },
    aside,
    kept: join(keep ?? makeWorkFolder(out), PDFS),
    pdfs: before && pdfsMade({ ...before, digestOfFile: hashes.of }),
  };
}

function checkOptions({ edition, base, asOf, keepGoing, pdf }: Order) {
  return { edition, baseUrl: base, asOf, keepGoing, pdf };
}

function checkIn({ content, source, progress, cache, excessOf }: Workshop, order: Order, faults: Faults): Checked {
  const options = { ...checkOptions(order), onProgress: progress.update, cache, faults, excessOf };
  const checked = checkContent(content, options);
  progress.clear();
  source.confirm();
  return checked;
}

/** Why a site may not take the place of the old one, of which it would remove too much; nothing, where it may. */
function whyNotRemoved(
  { out, edition, keepGoing, tell }: Order,
  checked: Checked,
  files: readonly OutputFile[],
  { files: oldFiles }: OldSite,
): string | undefined {
  const { compiled, settings, site } = checked;
  const old = [...oldFiles.keys()];
  const removals = findRemovals(old, files, compiled);
  const limit = keepGoing ? Math.max(LIMIT_WHEN_LEAVING_OUT, settings.removalLimit) : settings.removalLimit;
  if (!areWithin(limit, removals)) return formatRemovals(removals, out);
  const readOld = (path: string): string | undefined => publishedText(out, path);
  const hashOfOld = (path: string): string | undefined => oldFiles.get(path)?.sha256;
  const kept = edition === "members" ? [] : keptByLaw({ old, readOld, hashOfOld, files, site, compiled });
  if (!keepGoing) return kept.length > 0 ? formatKeptByLaw(kept, site, "error") : undefined;
  // Whoever leaves faulty reports out means to take something down at once.
  tell(formatKeptByLaw(kept, site, "warning"));
  return undefined;
}

/** "3 reports, 1 withheld, 2 pages as 40 files in dist". */
function formatPublished({ out, edition, manifest }: Order, checked: Checked, count: number): string {
  const { compiled, plainFiles, site } = checked;
  const sound = plainFiles.flatMap(({ outcome, name }) => (outcome === "published" ? [name] : []));
  const kind = edition === "members" ? ", members' edition" : "";
  return `${inNumber(site.reports.length, "report")}${others(compiled)}${formatPlainFiles(sound)} as ${inNumber(count + (manifest ? 1 : 0), "file")} in ${out}${kind}`;
}

/** The reports that were published as a whole. */
function whollyPublished({ compiled }: Checked): readonly string[] {
  return compiled.flatMap(({ path, outcome, isWhollyPublic }) =>
    outcome === "published" && isWhollyPublic ? [path] : [],
  );
}

/** The files of the content that were published as copies. */
function copiedAmong(files: readonly OutputFile[]): readonly string[] {
  return files.flatMap(({ content }) => ("copyOf" in content ? [content.copyOf] : []));
}

function nothingChanged({ counts, published }: LastBuild, started: number, folder: string): string {
  const hasMore = counts.warnings + counts.hints > 0;
  return `Nothing has changed since ${published}: ${formatCounts(counts)}, ${secondsSince(started)}\n${hasMore ? `${commandForFolder("check", folder)} shows what was found\n` : ""}`;
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** What is published of a site, but for the search index, which is made of the records. */
interface MadeSite {
  readonly pdfs: Site["pdfs"];
  readonly files: readonly OutputFile[];
  /** The records, whose texts are put aside. */
  readonly records: readonly { readonly url: string; readonly html: () => string }[];
}

/**
 * A site, or what is said of the files at which the program stopped in making it, and the packs without which it is to
 * be made.
 */
type Made = { readonly made: MadeSite } | { readonly faults: Faults; readonly packs: Faults };

/**
 * Checks, and makes a site of what is sound: where that stops at reports, they are left out, and it begins again.
 * Nothing is made where what was found stops it, or the settings are at fault. `print` says what was found where the
 * program cannot go on.
 */
async function leavingOutFaults(
  check: (faults: Faults) => Checked,
  make: (checked: Checked, withoutPacks: ReadonlySet<string>) => Promise<Made>,
  isStopped: (checked: Checked) => boolean,
  print: (checked: Checked) => Promise<void>,
): Promise<{ readonly checked: Checked; readonly diagnostics: readonly Diagnostic[]; readonly made?: MadeSite }> {
  const [faults, packs] = [new Map<string, Finding>(), new Map<string, Finding>()];
  for (;;) {
    const checked = check(faults);
    // Between its parts the program hears that it is to stop.
    await nextTurn();
    const diagnostics = [...checked.diagnostics, ...[...packs.values()].map(toDiagnostic)].sort(inReadingOrder);
    const isWithoutLook = checked.diagnostics.some(
      ({ severity, place }) => severity === "error" && isOfWholeSite(place.path),
    );
    if (isStopped({ ...checked, diagnostics }) || isWithoutLook) return { checked, diagnostics };
    const result = await make(checked, new Set(packs.keys())).catch(async (error: unknown) => {
      await print({ ...checked, diagnostics });
      throw error;
    });
    if ("made" in result) return { checked, diagnostics, made: result.made };
    const known = faults.size + packs.size;
    for (const [path, fault] of result.faults) faults.set(path, fault);
    for (const [path, fault] of result.packs) packs.set(path, fault);
    if (faults.size + packs.size === known) throw new Error("a file that was left out has an error again");
  }
}

async function makeSite(
  checked: Checked,
  workshop: Workshop,
  { search, pdf }: Order,
  withoutPacks: ReadonlySet<string>,
): Promise<Made> {
  const { templates, aside } = workshop;
  const printed = pdf ? await makePdfs(checked, workshop, withoutPacks) : { pdfs: new Map() };
  if ("faults" in printed) return printed;
  const sought = (site: Site): Site => ({ ...site, pdfs: printed.pdfs, hasSearch: search && site.hasSearch });
  const result = madeOfSite(checked, (site) => {
    const files = makeOutputs(sought(site), templates);
    const records = Array.from(eachSearchRecord(sought(site), templates), ({ url, html }) => ({
      url,
      html: aside.putText(html),
    }));
    if (files.some(({ path }) => isTooLong(path))) throw new Error("a path is too long to be written to a disk");
    return { pdfs: printed.pdfs, files, records };
  });
  return "made" in result ? result : { ...result, packs: NONE };
}

const NONE: Faults = new Map();

/** Makes the PDFs of a site; each that was made for the same text before is taken from where it was left. */
async function makePdfs(
  checked: Checked,
  { inspected, kept, pdfs }: Workshop,
  withoutPacks: ReadonlySet<string>,
): Promise<{ readonly pdfs: Site["pdfs"] } | { readonly faults: Faults; readonly packs: Faults }> {
  const { typeset } = await import("../io/typeset.ts");
  const jobs = madeOfSite(checked, (site) => {
    const all = printJobs(site, inspected.attachments);
    // A document that cannot be made is met here, where it is found out whose fault that is.
    return all.filter((job) => pdfs?.digestOf(job, 1) !== undefined || job.print.document !== undefined);
  });
  if ("faults" in jobs) return { ...jobs, packs: NONE };
  const wanted = withoutBroken(jobs.made, withoutPacks);
  const progress = progressLine("Making PDFs");
  try {
    return { pdfs: await typeset(wanted, inspected, kept, { onProgress: progress.update, before: pdfs }) };
  } catch (error) {
    if (!(error instanceof PdfsNotMade)) throw error;
    return error;
  } finally {
    progress.clear();
  }
}

/** Says which annexes are not in their packs, though what the check looks for was right. */
function warnOfAnnexes(pdfs: Site["pdfs"], edition: Edition, tell: (words: string) => void): void {
  for (const [path, { notLaidIn = [] }] of pdfs) {
    const named = edition === "public" ? notLaidIn : notLaidIn.map(() => "an annex");
    for (const annex of named)
      tell(
        `warning: ${annex} could not be included in ${path}, which says so; print it to a new PDF, and attach that\n`,
      );
  }
}

/** How many PDFs hold all that they were to hold; of the others it is said each time. */
function countWhole(pdfs: Site["pdfs"]): number {
  return [...pdfs.values()].filter(({ notLaidIn = [] }) => notLaidIn.length === 0).length;
}

/** The PDFs without some packs, and without the supplements whose page numbers go on from these. */
function withoutBroken(jobs: readonly PrintJob[], packs: ReadonlySet<string>): readonly PrintJob[] {
  const broken = new Set(packs);
  for (const { path, follows } of jobs) if (follows !== undefined && broken.has(follows)) broken.add(path);
  return jobs.filter(({ path }) => !broken.has(path));
}

/** The files of the search index; its maker is loaded only where there is something to search. */
async function searchIndex(records: MadeSite["records"], out: string): Promise<readonly OutputFile[]> {
  if (records.length === 0) return [];
  const { makeSearchIndex } = await import("../io/search-index.ts");
  function* read(): Generator<SearchRecord> {
    for (const { url, html } of records) yield { url, html: html() };
  }
  return makeSearchIndex(read(), makeWorkFolder(out));
}

function others(compiled: readonly Compiled[]): string {
  const counts = [
    ["withheld", "withheld"],
    ["withdrawn", "withdrawn"],
    ["draft", "draft"],
    ["refused", "left out"],
  ] as const;
  return counts
    .map(([outcome, words]) => [compiled.filter((report) => report.outcome === outcome).length, words] as const)
    .map(([count, words]) => (count === 0 ? "" : `, ${count} ${words}`))
    .join("");
}

const SHOWN = 10;

function formatRemovals({ addresses, published }: Removals, out: string): string {
  const shown = addresses.slice(0, SHOWN).map((address) => `  ${printable(address)}\n`);
  const more = addresses.length > SHOWN ? `  and ${addresses.length - SHOWN} more\n` : "";
  return (
    `error: this build would remove ${addresses.length} of the ${inNumber(published, "page")} of reports in ${out}, and no report that says it is withheld or withdrawn accounts for them:\n` +
    `${shown.join("")}${more}` +
    "If you want to remove them, run it again with --allow-removals; a report that has moved says so with `formerly:`. "
  );
}

function formatKeptByLaw(kept: readonly KeptByLaw[], site: Site, severity: "error" | "warning"): string {
  if (kept.length === 0) return "";
  const { asOf, today } = site;
  const sources = [...new Set(kept.map(({ source }) => source))].join(", or ");
  const nameOf = ({ kind, address, annex = "" }: KeptByLaw): string =>
    kind === "report" ? address : `${kind === "annex" ? annex : "a background paper"} of ${address}`;
  const shown = kept
    .slice(0, SHOWN)
    .map((one) => `  ${printable(nameOf(one))}, until ${formatDate(one.until)}\n`)
    .join("");
  const more = kept.length > SHOWN ? `  and ${kept.length - SHOWN} more\n` : "";
  const day =
    asOf === undefined
      ? ""
      : `, as of ${formatDate(asOf)}${today === undefined ? ", the newest date of a report" : ""}`;
  const isError = severity === "error";
  return (
    `${severity}: this build ${isError ? "would remove" : "removes"} what ${sources} keep public${day}:\n${shown}${more}` +
    "A report that was taken back says so with `withdrawn:`, one that has moved with `formerly:`. " +
    (isError ? "If all of this is to go, run it again with --allow-removals. " : "\n")
  );
}
