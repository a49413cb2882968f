import type { FurtherMeeting, Grounds, Recommendation, Report, ReportLink, Withdrawal } from "./report.ts";
import type { Committee, Edition, Language, Settings } from "./settings.ts";
import type { CalendarDate } from "./source.ts";

/**
 * One long form of an abbreviation, with the reports that use it, latest first, and the id of its entry in the glossary
 * of each.
 */
export interface SiteMeaning {
  readonly long: string;
  readonly reports: readonly { readonly report: Report; readonly id: string }[];
}

/** An abbreviation in the glossary of the site. */
export interface SiteAbbreviation {
  readonly short: string;
  /** The short form as part of an address. */
  readonly slug: string;
  readonly meanings: readonly SiteMeaning[];
}

/**
 * All that the public may know of a report that is withheld. Made by `triage` only; it holds nothing of the report's
 * text or path.
 */
export interface Withheld {
  readonly kind: "withheld";
  readonly address: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly committee?: Committee | undefined;
  readonly meeting?: CalendarDate | undefined;
  readonly item?: string | undefined;
  readonly alsoTo: readonly FurtherMeeting[];
  readonly notice: string;
  /** The provisions that the notice cites. */
  readonly grounds: Grounds;
  readonly review?: CalendarDate | undefined;
}

/** All that is told of a report that was withdrawn. It is in no list, and no meeting receives it. */
export interface Withdrawn extends Withdrawal {
  readonly kind: "withdrawn";
  readonly address: string;
  /** The language of the report; that of the site, where that is not to be told. */
  readonly lang?: Language | undefined;
  /** Old paths of the report, from which its readers are led to this page. */
  readonly formerly: readonly string[];
}

/** The text of a plain page, or the notes of a meeting: always public, and not numbered. */
export interface PlainText {
  readonly bodyHtml: string;
  /** Every id that a link to it may name. */
  readonly fragments: ReadonlySet<string>;
  readonly links: readonly ReportLink[];
  /** Content paths of the files that it publishes. */
  readonly files: readonly string[];
}

/** A time of day on a clock of 24 hours, as `HH:MM`. */
export type ClockTime = string;

/** What the file of a meeting says of it. */
export interface MeetingDetails {
  /** What kind of meeting it is, such as "Extraordinary meeting". */
  readonly title?: string | undefined;
  readonly time?: ClockTime | undefined;
  readonly end?: ClockTime | undefined;
  readonly venue?: string | undefined;
  /** Where it can be followed online. */
  readonly online?: string | undefined;
  readonly status?: "cancelled" | "postponed" | undefined;
}

/** What a meeting receives: a report, or the stub of one that is withheld. */
export type AgendaItem = Report | Withheld;

/** A paper on the agenda of a meeting, with its number there. */
export interface AgendaEntry {
  readonly paper: AgendaItem;
  readonly number?: string | undefined;
}

/** A meeting of a committee: one that a report or a stub names, or that has a file of its own. */
export interface Meeting {
  readonly committee: Committee;
  readonly date: CalendarDate;
  readonly details: MeetingDetails;
  /** What its file says, where it has one. */
  readonly notes?: PlainText | undefined;
  readonly agenda: readonly AgendaEntry[];
  /** Late papers, by the number of the supplement to the agenda that they are in. */
  readonly supplements: readonly { readonly number: number; readonly items: readonly AgendaEntry[] }[];
}

/** A plain page, such as the accessibility statement. */
export interface PlainPage {
  /** Its address below the site's root, without the closing slash. */
  readonly slug: string;
  readonly title: string;
  readonly lang: Language;
  readonly text: PlainText;
}

/** A recommendation of a published report, and how it is on the day that the site is made for. */
export interface TrackedRecommendation {
  readonly report: Report;
  readonly recommendation: Recommendation;
  /** The day by which a response is due that is awaited. */
  readonly responseDue: CalendarDate | undefined;
  /** Whether a day has passed by which a response, or what was recommended, was due. */
  readonly isOverdue: boolean;
}

/** One edition's reports, in the order of their dates, latest first. */
export interface Site {
  readonly edition: Edition;
  readonly settings: Settings;
  /** The day on which reviews and recommendations are due or not: given, or else the newest date of a report. */
  readonly asOf: CalendarDate | undefined;
  /** The day on which meetings are past or to come; nobody says so of them where none was given. */
  readonly today: CalendarDate | undefined;
  readonly reports: readonly Report[];
  readonly withheld: readonly Withheld[];
  readonly withdrawn: readonly Withdrawn[];
  /** Every recommendation: those of the latest report first, and of one report in its order. */
  readonly recommendations: readonly TrackedRecommendation[];
  /** The committees of the settings, or where they list none, those that reports name, in the order of the alphabet. */
  readonly committees: readonly Committee[];
  /** Every meeting, latest first; of one day in the order of the committees. */
  readonly meetings: readonly Meeting[];
  /** The plain pages, in the order in which they are linked. */
  readonly pages: readonly PlainPage[];
  /** Every abbreviation of the reports, in alphabetical order. */
  readonly glossary: readonly SiteAbbreviation[];
  /** The same report in the other language, by the path of each of the two; both are in this edition. */
  readonly translations: ReadonlyMap<string, Report>;
  /** The PDFs of the site, by their paths in it; none, where none are wanted. */
  readonly pdfs: ReadonlyMap<string, MadePdf>;
  /** Whether it has a page that searches the reports. */
  readonly hasSearch: boolean;
}

/** A PDF that was made, and the file in which it lies until the site is published. */
export interface MadePdf {
  readonly file: string;
  readonly bytes: number;
  readonly pages: number;
  /** The paths of annexes that could not be laid in, as the PDF itself says of each. */
  readonly notLaidIn?: readonly string[];
}

/**
 * One file of the published site; `copyOf` names a file of the content folder that goes there cleaned, `madeAt` one
 * that the program has made. Of a text that was published before, its SHA-256 is enough where the file is still there;
 * else `again` makes it.
 */
export interface OutputFile {
  readonly path: string;
  readonly content:
    | { readonly text: string }
    | { readonly copyOf: string }
    | { readonly madeAt: string }
    | { readonly hash: string; readonly again: () => string };
}
