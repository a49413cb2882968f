import type { Report } from "../model/report.ts";
import type { CalendarDate } from "../model/source.ts";
import type { OpenedReport } from "../report/compile/compile.ts";
import { earliestFirst } from "./assemble.ts";
import type { Content } from "./content.ts";
import { keysOfNames } from "./names.ts";
import type { Reports } from "./opened-reports.ts";
import { headOf, plainestPart, textOf } from "./texts-of-files.ts";

/**
 * For each short form, author and ward of these reports the first of all reports that has it, too: the one that the
 * others are held against. `reportOf` gives a report as it is published, if it is.
 */
export function firstReports(
  compiled: readonly Report[],
  content: Content,
  reports: Reports,
  reportOf: (opened: OpenedReport) => Report | undefined,
): readonly string[] {
  const known = new Map(compiled.map((report) => [report.path, report]));
  const inOrder = reports.paths.map((path) => ({ path, date: dateOf(path, content, reports) })).sort(earliestFirst);
  const first = (
    keysOf: (report: Report) => readonly string[],
    mayHave: (path: string, sought: ReadonlySet<string>) => boolean,
  ): readonly string[] => {
    const sought = new Set(compiled.flatMap(keysOf));
    const found: string[] = [];
    for (const { path } of inOrder) {
      if (sought.size === 0) break;
      const opened = known.has(path) || !mayHave(path, sought) ? undefined : reports.open(path);
      const report = known.get(path) ?? (opened && reportOf(opened));
      const had = report === undefined ? [] : keysOf(report).filter((key) => sought.delete(key));
      if (had.length > 0) found.push(path);
    }
    return found;
  };
  return [
    ...first(({ abbreviations }) => abbreviations.map(({ short }) => short), whatMayExplain(content, reports)),
    ...first(({ frontmatter }) => keysOfNames(frontmatter), whatMayName(content, reports)),
  ];
}

/** The date of a report, from its line where there is no doubt which that is; of one that cannot be read, none. */
function dateOf(path: string, content: Content, reports: Reports): CalendarDate {
  const head = headOf(content, path);
  const [line, ...more] = head.match(/\bdate["']?\s*:.*/g) ?? [];
  const [, plain] = /[\n\r]date: *(\d{4}-\d\d-\d\d) *[\n\r]/.exec(head) ?? [];
  if (line !== undefined && plain !== undefined && more.length === 0 && !head.includes("\\")) return plain;
  return reports.open(path)?.reading?.frontmatter.date ?? "";
}

/**
 * Tells of a report whether one of some short forms may be in it, or in the Markdown files in its folder: every doubt
 * counts as yes.
 */
function whatMayExplain(content: Content, reports: Reports): (path: string, sought: ReadonlySet<string>) => boolean {
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

/**
 * What can be between two letters of a word and is not shown: emphasis, a link, a comment, or a letter written as its
 * number.
 */
const MARKUP_IN_WORD = /&#|(?<=[A-Za-z0-9])(?:[*_~`\\[]|\]\([^)\n]*\)|<!)+[A-Za-z0-9]/;

/**
 * Tells of a report whether it gives one of some authors or wards: its frontmatter is read where its text leaves that
 * open.
 */
function whatMayName(content: Content, reports: Reports): (path: string, sought: ReadonlySet<string>) => boolean {
  return (path, sought) => {
    const head = headOf(content, path).normalize("NFC").toLowerCase();
    const isInDoubt = head.includes("\\");
    if (!isInDoubt && ![...sought].some((key) => head.includes(plainestPartOfName(key)))) return false;
    const frontmatter = reports.open(path)?.reading?.frontmatter;
    return frontmatter !== undefined && keysOfNames(frontmatter).some((key) => sought.has(key));
  };
}

/** A part of a name that is in it as in its slug, but for capitals: "and" may be written as a sign. */
function plainestPartOfName(key: string): string {
  const parts = key.slice(key.indexOf(" ") + 1).split("-");
  return parts
    .filter((part) => part !== "and" && part !== "unnamed")
    .map(plainestPart)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
