import type { Report, UsePlace } from "../model/report.ts";
import type { Place } from "../model/source.ts";
import { withShared } from "./shared-getters.ts";

/**
 * What is long of a report: only its own page, data, PDFs and search record hold it, and lists and checks between
 * reports do without.
 */
const LONG = ["bodyHtml", "contents", "paragraphs", "parts", "notes", "pageLinks", "writtenAt"] as const;

/** The long parts of a report. */
export interface LongParts extends Pick<Report, (typeof LONG)[number]> {
  /** Where each abbreviation is used, in their order. */
  readonly uses: readonly (readonly UsePlace[])[];
}

/** A report without its long parts. */
export interface ShortReport {
  readonly shown: Shown;
  /** As a text, which takes a third of the room. */
  readonly abbreviations: string;
  /** Where each of them is explained, as a text, which few ask for. */
  readonly explainedAt: string;
  /** As a text: a set takes ten times the room. */
  readonly fragments: string;
  readonly links: Report["links"];
}

/** What is held of a report as it is. */
type Shown = Omit<Report, (typeof LONG)[number] | "abbreviations" | "fragments" | "links">;

/** An abbreviation as it is held. */
type Explained = readonly [short: string, long: string, id: string];

/** Where an abbreviation is explained; a place in the report's own file does without the path. */
type ExplainedAt = (Omit<Place, "path"> & Partial<Place>) | null;

/** Takes a report apart. */
export function shortened(report: Report): { readonly short: ShortReport; readonly long: LongParts } {
  const { bodyHtml, contents, paragraphs, parts, notes, pageLinks, writtenAt, ...others } = report;
  const { abbreviations, fragments, links, ...shown } = others;
  const explained = abbreviations.map(({ short, long, id }): Explained => [short, long, id]);
  const explainedAt = abbreviations.map(({ place }): ExplainedAt => {
    if (place === undefined) return null;
    const { path, ...where } = place;
    return path === report.path ? where : place;
  });
  const uses = abbreviations.map((abbreviation) => abbreviation.uses);
  return {
    short: {
      shown,
      abbreviations: asText(explained),
      explainedAt: asText(explainedAt),
      fragments: asText([...fragments]),
      links,
    },
    long: { bodyHtml, contents, paragraphs, parts, notes, pageLinks, writtenAt, uses },
  };
}

/**
 * What lists of reports show of one: all but its long parts, and what only checks between reports look at, which
 * changes wherever a paragraph is added.
 */
export function listedPart({ shown, abbreviations }: ShortReport): unknown {
  return { ...shown, abbreviations: explainedIn(abbreviations) };
}

/** V8 keeps all that was cut out of a text with a single “ in it in two bytes a letter, which is undone here. */
function asText(things: readonly unknown[]): string {
  return new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(things)));
}

function explainedIn(abbreviations: string): readonly Explained[] {
  return JSON.parse(abbreviations);
}

/** How often a report was asked for what no list shows. */
let beyondLists = 0;

/** Does some work, and says whether it looked at more of any report than lists show. */
export function lookingAtReports<Made>(work: () => Made): { readonly made: Made; readonly isBeyondLists: boolean } {
  const before = beyondLists;
  const made = work();
  return { made, isBeyondLists: beyondLists > before };
}

/** Where the rest of each report is that was made of a short one. */
const rests = new WeakMap<Report, Rest>();

interface Rest {
  readonly short: Omit<ShortReport, "shown">;
  readonly readLong: () => LongParts;
}

function restOf(report: Report): Rest {
  const rest = rests.get(report);
  if (rest === undefined) throw new Error("a report was not made of a short one");
  return rest;
}

function beyondListsOf(report: Report): Rest {
  beyondLists += 1;
  return restOf(report);
}

function longOf(report: Report): LongParts {
  return beyondListsOf(report).readLong();
}

const lengthen = withShared<Shown, Omit<Report, keyof Shown>>({
  // Made each time: they take ten times the room of their text.
  abbreviations: (report) =>
    explainedIn(restOf(report).short.abbreviations).map(([short, long, id], index) => ({
      ...{ short, long, id },
      get place() {
        return placeIn(report, index);
      },
      get uses() {
        return longOf(report).uses[index] ?? [];
      },
    })),
  fragments: (report) => {
    const ids: readonly string[] = JSON.parse(beyondListsOf(report).short.fragments);
    return new Set(ids);
  },
  links: (report) => beyondListsOf(report).short.links,
  bodyHtml: (report) => longOf(report).bodyHtml,
  contents: (report) => longOf(report).contents,
  paragraphs: (report) => longOf(report).paragraphs,
  parts: (report) => longOf(report).parts,
  notes: (report) => longOf(report).notes,
  pageLinks: (report) => longOf(report).pageLinks,
  writtenAt: (report) => longOf(report).writtenAt,
});

function placeIn(report: Report, index: number): Place | undefined {
  const places: readonly ExplainedAt[] = JSON.parse(beyondListsOf(report).short.explainedAt);
  const place = places[index];
  return place ? { path: report.path, ...place } : undefined;
}

/** The report again; `readLong` is called each time that one of its long parts is asked for. */
export function lengthened({ shown, ...short }: ShortReport, readLong: () => LongParts): Report {
  const report = lengthen(shown);
  rests.set(report, { short, readLong });
  return report;
}

/** Whether the long parts of a report are somewhere else already. */
export function isLengthened(report: Report): boolean {
  return rests.has(report);
}
