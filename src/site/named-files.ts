import { oneSpelling } from "../addresses/addresses.ts";
import type { Report, ReportLink } from "../model/report.ts";
import type { OpenedReport } from "../report/compile/compile.ts";
import { addressOfPlainFile, type PlainFileName } from "../report/compile/compile-page.ts";
import type { CompileContext } from "../report/compile/context.ts";
import { keysOf } from "./assemble.ts";
import { type CompiledReports, type CompileOptions, compileReports } from "./compile-reports.ts";
import type { Content } from "./content.ts";
import { firstReports } from "./first-reports.ts";
import type { PlainFiles } from "./opened-plain-files.ts";
import type { Reports } from "./opened-reports.ts";
import { bytesOf, headIn } from "./texts-of-files.ts";

/** A content folder, and its files that have been opened. */
interface OpenedContent {
  readonly content: Content;
  readonly reports: Reports;
  readonly plain: PlainFiles;
}

/**
 * Compiles the reports, meetings and plain pages that are named, and of the others only those without which something
 * between one of them and a named one would not be found: so that what is found of the named ones is what a compilation
 * of all finds of them.
 */
export function compileNamed(
  named: ReadonlySet<string>,
  { content, reports, plain }: OpenedContent,
  context: CompileContext,
  options: CompileOptions,
): CompiledReports {
  const compileThese = (wanted: ReadonlySet<string>): CompiledReports => {
    const opened = reports.paths.filter((path) => wanted.has(path)).flatMap((path) => reports.open(path) ?? []);
    const files = plain.names.filter(({ path }) => wanted.has(path)).flatMap(({ path }) => plain.open(path) ?? []);
    return compileReports(opened, files, context, options);
  };
  // Where the settings list no committees, those that all reports name are the ones that a meeting may have.
  if (
    context.settings.committees.length === 0 &&
    plain.names.some(({ kind, path }) => kind === "meeting" && named.has(path))
  )
    return compileThese(new Set([...reports.paths, ...plain.names.map(({ path }) => path)]));
  const alone = compileThese(named);
  const reportOf = (opened: OpenedReport): Report | undefined =>
    opened.reading?.confidentiality === "public" ? options.compile(opened, context, options.edition).report : undefined;
  const compiled = alone.compiled.flatMap(({ report }) => report ?? []);
  const links: readonly ReportLink[] = [
    ...compiled.flatMap((report) => report.links),
    ...alone.plainFiles.flatMap(({ content: made }) => made?.text.links ?? []),
  ];
  const others = new Set([
    ...links.map(({ target }) => target),
    ...compiled.flatMap(({ translation }) => translation?.target ?? []),
    ...withSameAddress(named, content, reports, plain.names),
    ...firstReports(compiled, content, reports, reportOf),
  ]);
  const isEnough = [...others].every((path) => named.has(path));
  return isEnough ? alone : compileThese(new Set([...named, ...others]));
}

/**
 * The reports and plain pages that would be published at an address at which one that is named is published, or was.
 */
export function withSameAddress(
  named: ReadonlySet<string>,
  content: Content,
  reports: Reports,
  plainFiles: readonly PlainFileName[],
): readonly string[] {
  const keysOfReport = (path: string): readonly string[] => keysOf(path, reports.open(path)?.reading?.frontmatter);
  const pages = plainFiles.filter(({ kind }) => kind === "page");
  const keyOfPage = (name: PlainFileName): string => oneSpelling(decodeURIComponent(addressOfPlainFile(name)));
  const taken = new Set([
    ...reports.paths.filter((path) => named.has(path)).flatMap(keysOfReport),
    ...pages.filter(({ path }) => named.has(path)).map(keyOfPage),
  ]);
  const others = reports.paths.filter((path) => {
    // Only these two fields give a report an address that its path does not tell; in quotation marks YAML knows escapes.
    const hasOthers = /formerly|public-title|\\/.test(headIn(bytesOf(content, path)));
    return (hasOthers ? keysOfReport(path) : keysOf(path, undefined)).some((key) => taken.has(key));
  });
  return [...others, ...pages.filter((name) => taken.has(keyOfPage(name))).map(({ path }) => path)];
}
