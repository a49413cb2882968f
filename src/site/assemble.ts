import { oneSpelling, ownFolder, stubAddress } from "../addresses/addresses.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Frontmatter, Report } from "../model/report.ts";
import type { Edition, Settings } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { comparable } from "../report/abbreviations/normalise-long-form.ts";
import type { Compiled } from "../report/compile/compile.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";
import { compareTexts } from "../text/compare.ts";
import { raiseClashes } from "./address-clashes.ts";
import { siteGlossary } from "./glossary.ts";
import { raiseLongAddresses } from "./long-addresses.ts";
import { committeesOf, gatherMeetings } from "./meetings.ts";
import { raiseSpellings } from "./names.ts";
import { plainPages } from "./plain-pages.ts";
import { trackRecommendations } from "./recommendations.ts";
import { pairTranslations } from "./translations.ts";

export interface AssembleOptions {
  readonly edition: Edition;
  /** The day that reviews and recommendations are held against; the newest date of a report, if none is given. */
  readonly asOf: CalendarDate | undefined;
}

export interface CompiledFiles {
  readonly compiled: readonly Compiled[];
  readonly plainFiles: readonly CompiledPlainFile[];
}

/** Brings the reports, meetings and plain pages of one edition together, and raises what is wrong between them. Throws where a report was made for another edition. */
export function assemble(
  { compiled, plainFiles }: CompiledFiles,
  settings: Settings,
  { edition, asOf }: AssembleOptions,
  raise: Raise,
): Site {
  const reports = compiled.flatMap(({ report }) => report ?? []).sort((a, b) => -earliestFirst(asDated(a), asDated(b)));
  if (reports.some((report) => report.edition !== edition))
    throw new Error("a report of another edition reached the site");
  raiseClashes(compiled, plainFiles, raise);
  raiseLongAddresses(compiled, raise);
  raiseMissingFragments(reports, plainFiles, raise);
  raiseSpellings(reports, raise);
  raiseDifferentMeanings(reports, raise);
  // The order of the files would tell their names, so it is that of what is published.
  const withheld = compiled
    .flatMap(({ stub }) => stub ?? [])
    .sort((a, b) => compareTexts(b.date, a.date) || compareTexts(a.address, b.address));
  const dates = [...reports.map(({ frontmatter }) => frontmatter.date), ...withheld.map(({ date }) => date)].sort();
  const published = { reports, withheld };
  const withdrawn = compiled.flatMap((one) => one.withdrawn ?? []).sort((a, b) => compareTexts(a.address, b.address));
  const day = asOf ?? dates.at(-1);
  const committees = committeesOf(settings.committees, published);
  return {
    edition,
    settings,
    asOf: day,
    today: asOf,
    ...published,
    withdrawn,
    recommendations: trackRecommendations(reports, day),
    committees,
    meetings: gatherMeetings(published, plainFiles, committees, raise),
    pages: plainPages(plainFiles),
    glossary: siteGlossary(reports),
    translations: pairTranslations(reports, raise),
    pdfs: new Map(),
    hasSearch: reports.length > 0,
  };
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

/**
 * What the addresses of a report are compared by: names that differ in capitals or accents are one on many servers and
 * disks.
 */
export function keysOf(path: string, frontmatter: Frontmatter | undefined): readonly string[] {
  const addresses = [
    ownFolder(path),
    stubAddress(path, frontmatter?.publicTitle),
    ...(frontmatter?.formerly ?? []).map((old) => `${old}/`),
  ];
  return addresses.map(oneSpelling);
}

function raiseMissingFragments(
  reports: readonly Report[],
  plainFiles: readonly CompiledPlainFile[],
  raise: Raise,
): void {
  const texts = plainFiles.flatMap(({ path, content }) => (content === undefined ? [] : [{ path, ...content.text }]));
  // What is withheld is never looked into for the public edition, so links to it are not held to more here.
  const open = reports.filter(({ isWithheld }) => !isWithheld);
  const byPath = new Map([...open, ...texts].map((one) => [one.path, one]));
  for (const { links } of [...reports, ...texts]) {
    for (const { target, fragment, place } of links) {
      const led = fragment === undefined ? undefined : byPath.get(target);
      if (led === undefined || fragment === undefined || led.fragments.has(fragment)) continue;
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
    for (const abbreviation of abbreviations) {
      const { short, long } = abbreviation;
      const earlier = first.get(short);
      if (earlier === undefined) first.set(short, { long, path });
      else if (earlier.long !== long && comparable(earlier.long) !== comparable(long))
        raise({
          rule: "abbreviation-meanings-differ",
          place: abbreviation.place ?? { path, line: 1, column: 1 },
          message: `${short} stands for "${long}" here, and for "${earlier.long}" in ${earlier.path}`,
          fix: "use one long form in all reports; `abbreviations:` in site.yml has those that many reports share",
        });
    }
  }
}
