import { ownFolder } from "../addresses/addresses.ts";
import { type Finding, type Raise, type RuleId, ruleOf } from "../diagnostics/catalogue.ts";
import { programFault } from "../diagnostics/program-fault.ts";
import type { ReportLink } from "../model/report.ts";
import type { Edition } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import { type Compile, type Compiled, type OpenedReport, refusedReport } from "../report/compile/compile.ts";
import {
  type CompiledPlainFile,
  type PlainFile,
  refusedFile,
  refusedPlainFile,
} from "../report/compile/compile-page.ts";
import type { CompileContext } from "../report/compile/context.ts";
import type { ReportPlace } from "../report/links/resolve-links.ts";
import { type AssembleOptions, assemble } from "./assemble.ts";
import { leavingOutFaulty } from "./leaving-out.ts";

export interface CompileOptions extends AssembleOptions {
  readonly edition: Edition;
  /** Reports with an error are left out, and links to them become plain text. */
  readonly keepGoing: boolean;
  readonly compile: Compile;
  readonly compilePlainFile: CompilePlainFile;
  /** What is said of the files that a later stage stopped at: they are left out without being compiled. */
  readonly faults: Faults;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What is said of files at which the program stopped, by their paths. */
export type Faults = ReadonlyMap<string, Finding>;

/** Compiles the file of a meeting, or a plain page. */
export type CompilePlainFile = (file: PlainFile, context: CompileContext, edition: Edition) => CompiledPlainFile;

export interface CompiledReports {
  readonly compiled: readonly Compiled[];
  readonly plainFiles: readonly CompiledPlainFile[];
  readonly site: Site;
  /** The site as it would be with no other files than these. */
  readonly siteOf: (paths: ReadonlySet<string>) => Site;
  /** What is wrong between reports. */
  readonly between: readonly Finding[];
}

/**
 * Compiles reports, meetings and plain pages, and brings them together. One that links to what turns out to be withheld within another report, or to a
 * file that is left out, is compiled again, so that the link leads to what stands in its place, or is none.
 */
export function compileReports(
  opened: readonly OpenedReport[],
  plain: readonly PlainFile[],
  context: CompileContext,
  { onProgress, compile, compilePlainFile, ...options }: CompileOptions,
): CompiledReports {
  const { edition, keepGoing } = options;
  const faults = new Map(options.faults);
  const compileReport = (report: OpenedReport, known: CompileContext): Compiled => {
    const fault = faults.get(report.source.path);
    return fault === undefined ? compile(report, known, edition) : refusedReport(report.source.path, fault);
  };
  const compileFile = (file: PlainFile, known: CompileContext): CompiledPlainFile => {
    const fault = faults.get(file.name.path);
    return fault === undefined ? compilePlainFile(file, known, edition) : refusedFile(file.name, fault);
  };
  const compiled = new Map(
    opened.map((report, index) => {
      onProgress?.(index, opened.length);
      return [report.source.path, compileReport(report, context)] as const;
    }),
  );
  const plainFiles = new Map(plain.map((file) => [file.name.path, compileFile(file, context)] as const));
  const between = new Map<string, Finding>();
  const places = new Map<string, ReportPlace>();
  const leftOut = new Set<string>();
  for (;;) {
    const before = places.size;
    for (const { path, outcome, report, withheld: all } of compiled.values()) {
      // A fragment that the public page has as well leads there.
      const withheld = new Map([...all].filter(([fragment]) => report?.fragments.has(fragment) !== true));
      const place = context.reportAt(path);
      if (keepGoing && (outcome === "refused" || leftOut.has(path))) places.set(path, { kind: "not published" });
      else if (edition === "public" && withheld.size > 0 && place.kind === "page" && !places.has(path))
        places.set(path, { ...place, withheld });
    }
    for (const { path, outcome } of plainFiles.values()) {
      if (keepGoing && (outcome === "refused" || leftOut.has(path))) places.set(path, { kind: "not published" });
    }
    const isStale = ({ target, fragment }: ReportLink): boolean => leads(places.get(target), fragment);
    const known = { ...context, reportAt: (path: string) => placeKnown(path, places, context) };
    for (const report of opened) {
      const { path } = report.source;
      if (compiled.get(path)?.report?.links.some(isStale)) compiled.set(path, compileReport(report, known));
    }
    for (const file of plain) {
      const { path } = file.name;
      if (plainFiles.get(path)?.content?.text.links.some(isStale)) plainFiles.set(path, compileFile(file, known));
    }
    const kept = [...compiled.values()].map((one) => (leftOut.has(one.path) ? without(one) : one));
    const keptFiles = [...plainFiles.values()].map((one) => (leftOut.has(one.path) ? refusedPlainFile(one) : one));
    const assembleThese = (paths: ReadonlySet<string>, raise: Raise): Site => {
      const isAmong = ({ path }: { readonly path: string }): boolean => paths.has(path);
      return assemble(
        { compiled: kept.filter(isAmong), plainFiles: keptFiles.filter(isAmong) },
        context.settings,
        options,
        raise,
      );
    };
    const found: Finding[] = [];
    const { result: site, faulty: stoppedAt } = leavingOutFaulty(
      [...kept, ...keptFiles].map(({ path }) => path).filter((path) => !faults.has(path)),
      (paths) => {
        found.length = 0;
        return assembleThese(new Set(paths), (finding) => found.push(finding));
      },
    );
    if (stoppedAt.length > 0) {
      for (const path of stoppedAt) faults.set(path, programFault(path));
      for (const report of opened)
        if (stoppedAt.includes(report.source.path)) compiled.set(report.source.path, compileReport(report, known));
      for (const file of plain)
        if (stoppedAt.includes(file.name.path)) plainFiles.set(file.name.path, compileFile(file, known));
      continue;
    }
    for (const finding of found) between.set(`${finding.rule} ${finding.place.path} ${finding.message}`, finding);
    const severityOf = (rule: RuleId): string => context.settings.severities.get(rule) ?? ruleOf(rule).severity;
    const faulty = found
      .filter(({ rule }) => severityOf(rule) === "error")
      .map(({ place }) => ownerOf(place.path, kept));
    const leftBefore = leftOut.size;
    if (keepGoing) for (const path of faulty) leftOut.add(path);
    const isSettled = places.size === before && leftOut.size === leftBefore;
    const siteOf = (paths: ReadonlySet<string>): Site => assembleThese(paths, () => {});
    if (isSettled) return { compiled: kept, plainFiles: keptFiles, site, siteOf, between: [...between.values()] };
  }
}

/** The place of a report, or of an annex on its page, as far as it is known by now. */
function placeKnown(path: string, places: ReadonlyMap<string, ReportPlace>, context: CompileContext): ReportPlace {
  const place = context.reportAt(path);
  const annex = place.kind === "page" ? place.annex : undefined;
  const known = places.get(annex?.reportPath ?? path) ?? place;
  return known.kind === "page" && annex !== undefined ? { ...known, annex } : known;
}

/** Whether a link to a report must be made again, now that its place is known better. */
function leads(place: ReportPlace | undefined, fragment: string | undefined): boolean {
  if (place?.kind === "not published") return true;
  return place?.kind === "page" && fragment !== undefined && place.withheld?.has(fragment) === true;
}

/** The report in whose folder a file lies, which is left out for what is wrong in that file; else the file itself. */
function ownerOf(path: string, reports: readonly Compiled[]): string {
  return reports.find((report) => path.startsWith(ownFolder(report.path)))?.path ?? path;
}

function without({ path, formerly, withheld, isWhollyPublic, diagnostics }: Compiled): Compiled {
  return { path, formerly, withheld, isWhollyPublic, diagnostics, outcome: "refused" };
}
