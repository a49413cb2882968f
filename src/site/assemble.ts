import { oneSpelling, ownFolder, stubAddress } from "../addresses.ts";
import type { CalendarDate, Edition, Frontmatter, Report, Settings, Site } from "../model.ts";
import { comparable } from "../report/comparable-long-forms.ts";
import type { Compiled } from "../report/compile.ts";
import type { Raise } from "../rules/catalogue.ts";
import { compareTexts } from "../text-order.ts";
import { siteGlossary } from "./glossary.ts";

export interface AssembleOptions {
  readonly edition: Edition;
  /** The day that reviews are held against; the newest date of a report, if none is given. */
  readonly asOf: CalendarDate | undefined;
}

/** Brings the reports of one edition together, and raises what is wrong between them. Throws where a report was made for another edition. */
export function assemble(
  settings: Settings,
  compiled: readonly Compiled[],
  { edition, asOf }: AssembleOptions,
  raise: Raise,
): Site {
  const reports = compiled.flatMap(({ report }) => report ?? []).sort((a, b) => -earliestFirst(asDated(a), asDated(b)));
  if (reports.some((report) => report.edition !== edition))
    throw new Error("a report of another edition reached the site");
  raiseClashes(compiled, raise);
  raiseMissingFragments(reports, raise);
  raiseDifferentMeanings(reports, raise);
  // The order of the files would tell their names, so it is that of what is published.
  const withheld = compiled
    .flatMap(({ stub }) => stub ?? [])
    .sort((a, b) => compareTexts(b.date, a.date) || compareTexts(a.address, b.address));
  const dates = [...reports.map(({ frontmatter }) => frontmatter.date), ...withheld.map(({ date }) => date)].sort();
  return { edition, settings, asOf: asOf ?? dates.at(-1), reports, withheld, glossary: siteGlossary(reports) };
}

interface Dated {
  readonly path: string;
  readonly date: CalendarDate;
}

/** The order in which short forms are explained; lists of reports turn it round. */
export function earliestFirst(a: Dated, b: Dated): number {
  return compareTexts(a.date, b.date) || compareTexts(b.path, a.path);
}

function asDated({ path, frontmatter: { date } }: Report): Dated {
  return { path, date };
}

/** What the addresses of a report are compared by: names that differ in capitals or accents are one on many servers and disks. */
export function keysOf(path: string, frontmatter: Frontmatter | undefined): readonly string[] {
  const addresses = [
    ownFolder(path),
    stubAddress(path, frontmatter?.publicTitle),
    ...(frontmatter?.formerly ?? []).map((old) => `${old}/`),
  ];
  return addresses.map(oneSpelling);
}

/** Paths that differ in capitals or in the way accents are written are one path on many servers and disks. */
function raiseClashes(compiled: readonly Compiled[], raise: Raise): void {
  const taken = new Map<string, string>();
  const take = (address: string, path: string): void => {
    const place = { path, line: 1, column: 1 };
    const key = oneSpelling(address);
    const other = taken.get(key);
    if (other === undefined) taken.set(key, path);
    if (other !== undefined && other !== path) {
      raise({
        rule: "output-path-twice",
        place,
        message: `this report and ${other} would be published at one address, /${address}`,
        fix: "rename one of the two files, or take the address out of `formerly:`",
        related: { message: "the other report", place: { path: other, line: 1, column: 1 } },
      });
    }
    if (OWN_LISTS.test(key)) {
      const message = `the site's own lists are published at /${address}`;
      raise({
        rule: "output-path-twice",
        place,
        message,
        fix: "rename the file or its folder, or take the address out of `formerly:`",
      });
    }
  };
  for (const { path, report, stub } of compiled) {
    if (stub !== undefined) take(stub.address, path);
    else if (report !== undefined) take(ownFolder(path), path);
  }
  for (const { path, report } of compiled) for (const old of report?.frontmatter.formerly ?? []) take(`${old}/`, path);
}

/** The addresses of lists, which no report may take. */
const OWN_LISTS =
  /^reports\/(?:page-\d+\/|by-year\/)|^(?:reports|abbreviations|committees|assets|authors|search|pagefind|withheld|404\.html|abbreviations\.json)\/$|^(?:committees|abbreviations)\//;

function raiseMissingFragments(reports: readonly Report[], raise: Raise): void {
  const byPath = new Map(reports.map((report) => [report.path, report]));
  for (const { links } of reports) {
    for (const { target, fragment, place } of links) {
      const report = byPath.get(target);
      // What is withheld is never looked into for the public edition, so its links are not held to more here.
      if (report === undefined || report.isWithheld || fragment === undefined || report.fragments.has(fragment))
        continue;
      raise({
        rule: "link-fragment-missing",
        place,
        message: `nothing in ${target} is called #${fragment}`,
        fix: "use a label, a heading's slug or para-… and the number, as its page shows them",
      });
    }
  }
}

function raiseDifferentMeanings(reports: readonly Report[], raise: Raise): void {
  const first = new Map<string, { readonly long: string; readonly path: string }>();
  for (const { path, abbreviations } of reports.toReversed()) {
    for (const { short, long, place = { path, line: 1, column: 1 } } of abbreviations) {
      const earlier = first.get(short);
      if (earlier === undefined) first.set(short, { long, path });
      else if (comparable(earlier.long) !== comparable(long))
        raise({
          rule: "abbreviation-meanings-differ",
          place,
          message: `${short} stands for "${long}" here, and for "${earlier.long}" in ${earlier.path}`,
          fix: "use one long form in all reports; `abbreviations:` in site.yml holds those that many share",
        });
    }
  }
}
