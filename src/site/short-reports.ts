import type { Abbreviation, Report, UsePlace } from "../model/report.ts";

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
export interface ShortReport extends Omit<Report, (typeof LONG)[number] | "abbreviations" | "fragments"> {
  readonly abbreviations: readonly Omit<Abbreviation, "uses">[];
  /** Each in a line: a set takes ten times the room. */
  readonly fragments: string;
}

/** Takes a report apart. */
export function shortened(report: Report): { readonly short: ShortReport; readonly long: LongParts } {
  const { bodyHtml, contents, paragraphs, parts, notes, pageLinks, writtenAt, ...others } = report;
  const uses = others.abbreviations.map((abbreviation) => abbreviation.uses);
  return {
    short: {
      ...others,
      abbreviations: others.abbreviations.map(({ uses: _, ...abbreviation }) => abbreviation),
      fragments: [...others.fragments].join("\n"),
    },
    long: { bodyHtml, contents, paragraphs, parts, notes, pageLinks, writtenAt, uses },
  };
}

/**
 * What lists of reports show of one: all but its long parts, and what only checks between reports look at, which
 * changes wherever a paragraph is added.
 */
export function listedPart({ fragments: _, links: __, ...short }: ShortReport): unknown {
  return { ...short, abbreviations: short.abbreviations.map(({ place: ___, ...abbreviation }) => abbreviation) };
}

/** How often a report was asked for what no list shows. */
let beyondLists = 0;

/** Does some work, and says whether it looked at more of any report than lists show. */
export function lookingAtReports<Made>(work: () => Made): { readonly made: Made; readonly isBeyondLists: boolean } {
  const before = beyondLists;
  const made = work();
  return { made, isBeyondLists: beyondLists > before };
}

/** The report again; `readLong` is called each time that one of its long parts is asked for. */
export function lengthened(short: ShortReport, readLong: () => LongParts): Report {
  const long = (): LongParts => {
    beyondLists += 1;
    return readLong();
  };
  const report: Report = {
    ...short,
    // Made each time: an object with a way to what is long takes ten times its own room.
    get abbreviations() {
      return short.abbreviations.map((abbreviation, index) => ({
        ...abbreviation,
        get place() {
          beyondLists += 1;
          return abbreviation.place;
        },
        get uses() {
          return long().uses[index] ?? [];
        },
      }));
    },
    get fragments() {
      beyondLists += 1;
      return new Set(short.fragments === "" ? [] : short.fragments.split("\n"));
    },
    get links() {
      beyondLists += 1;
      return short.links;
    },
    get bodyHtml() {
      return long().bodyHtml;
    },
    get contents() {
      return long().contents;
    },
    get paragraphs() {
      return long().paragraphs;
    },
    get parts() {
      return long().parts;
    },
    get notes() {
      return long().notes;
    },
    get pageLinks() {
      return long().pageLinks;
    },
    get writtenAt() {
      return long().writtenAt;
    },
  };
  lengthenedReports.add(report);
  return report;
}

const lengthenedReports = new WeakSet<Report>();

/** Whether the long parts of a report are somewhere else already. */
export function isLengthened(report: Report): boolean {
  return lengthenedReports.has(report);
}
