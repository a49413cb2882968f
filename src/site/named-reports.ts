import type { Content } from "../content.ts";
import type { CalendarDate, Report, Settings } from "../model.ts";
import type { OpenedReport } from "../report/compile.ts";
import type { Surroundings } from "../report/surroundings.ts";
import { Sealed } from "../sealed.ts";
import { earliestFirst, keysOf } from "./assemble.ts";
import { type CompiledReports, type CompileOptions, compileReports } from "./compile-reports.ts";
import type { Reports } from "./opened-reports.ts";

/**
 * Compiles the reports that are named, and of the others only those without which something between one of them and a named report
 * would not be found: so that what is found of the named ones is what a compilation of all reports finds of them.
 */
export function compileNamed(
  named: ReadonlySet<string>,
  content: Content,
  reports: Reports,
  settings: Settings,
  around: Surroundings,
  options: CompileOptions,
): CompiledReports {
  const compileThese = (wanted: ReadonlySet<string>): CompiledReports => {
    const opened = reports.paths.filter((path) => wanted.has(path)).flatMap((path) => reports.open(path) ?? []);
    return compileReports(opened, settings, around, options);
  };
  const alone = compileThese(named);
  const reportOf = (opened: OpenedReport): Report | undefined =>
    opened.reading?.confidentiality === "public" ? options.compile(opened, around, options.edition).report : undefined;
  const others = new Set([
    ...alone.compiled.flatMap(({ report }) => report?.links.map(({ target }) => target) ?? []),
    ...withSameAddress(named, content, reports),
    ...firstToExplain(
      alone.compiled.flatMap(({ report }) => report ?? []),
      content,
      reports,
      reportOf,
    ),
  ]);
  const isEnough = [...others].every((path) => named.has(path));
  return isEnough ? alone : compileThese(new Set([...named, ...others]));
}

/** The reports that would be published at an address at which one that is named is published, or was. */
export function withSameAddress(named: ReadonlySet<string>, content: Content, reports: Reports): readonly string[] {
  const keysOfReport = (path: string): readonly string[] => keysOf(path, reports.open(path)?.reading?.frontmatter);
  const taken = new Set([...named].flatMap(keysOfReport));
  return reports.paths.filter((path) => {
    // Only these two fields give a report an address that its path does not tell; in quotation marks YAML knows escapes.
    const hasOthers = /formerly|public-title|\\/.test(headOf(content, path));
    return (hasOthers ? keysOfReport(path) : keysOf(path, undefined)).some((key) => taken.has(key));
  });
}

/** For each short form of these reports the first of all reports that explains it: the one that the others are held against. */
function firstToExplain(
  compiled: readonly Report[],
  content: Content,
  reports: Reports,
  reportOf: (opened: OpenedReport) => Report | undefined,
): readonly string[] {
  const sought = new Set(compiled.flatMap(({ abbreviations }) => abbreviations.map(({ short }) => short)));
  const known = new Map(compiled.map((report) => [report.path, report]));
  const inOrder = reports.paths.map((path) => ({ path, date: dateOf(path, content, reports) })).sort(earliestFirst);
  const mayHold = whatMayHold(content, reports);
  const found: string[] = [];
  for (const { path } of inOrder) {
    if (sought.size === 0) break;
    const opened = known.has(path) || !mayHold(path, sought) ? undefined : reports.open(path);
    const report = known.get(path) ?? (opened && reportOf(opened));
    const explained = report?.abbreviations.filter(({ short }) => sought.delete(short)) ?? [];
    if (explained.length > 0) found.push(path);
  }
  return found;
}

/** The date of a report, from its line where there is no doubt which that is; of one that cannot be read, none. */
function dateOf(path: string, content: Content, reports: Reports): CalendarDate {
  const head = headOf(content, path);
  const [line, ...more] = head.match(/\bdate["']?\s*:.*/g) ?? [];
  const [, plain] = /[\n\r]date: *(\d{4}-\d\d-\d\d) *[\n\r]/.exec(head) ?? [];
  if (line !== undefined && plain !== undefined && more.length === 0 && !head.includes("\\")) return plain;
  return reports.open(path)?.reading?.frontmatter.date ?? "";
}

/** Tells of a report whether one of some short forms may stand in it, or in the Markdown files in its folder: every doubt counts as yes. */
function whatMayHold(content: Content, reports: Reports): (path: string, sought: ReadonlySet<string>) => boolean {
  const annexes = new Map<string, string[]>();
  for (const path of content.texts.keys()) {
    const owner = reports.ownerOf(path);
    if (owner !== undefined) annexes.set(owner, [...(annexes.get(owner) ?? []), path]);
  }
  return (path, sought) =>
    [path, ...(annexes.get(path) ?? [])].some((one) => {
      const text = textOf(content, one);
      return [...sought].some((short) => text.includes(plainestPart(short))) || MARKUP_IN_WORD.test(text);
    });
}

/** The longest run of letters and figures in a short form that nothing but markup within a word can write otherwise. */
export function plainestPart(short: string): string {
  return (short.match(/[A-Za-z0-9]+/g) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    "",
  );
}

/** What can stand between two letters of a word and is not shown: emphasis, a link, a comment, or a letter written as its number. */
const MARKUP_IN_WORD = /&#|(?<=[A-Za-z0-9])(?:[*_~`\\[]|\]\([^)\n]*\)|<!)+[A-Za-z0-9]/;

/** The lines of a file that hold its frontmatter, if it has any. */
function headOf(content: Content, path: string): string {
  const text = textOf(content, path);
  const end = /[\n\r]---/.exec(text);
  return end === null ? text : text.slice(0, end.index + 1);
}

/** The text of a Markdown file, as far as it is text. */
export function textOf(content: Content, path: string): string {
  const bytes = content.texts.get(path);
  return bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes));
}
