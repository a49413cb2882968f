import type { Committee, Edition, Language, NumberingStyle } from "./settings.ts";
import type { CalendarDate, Place } from "./source.ts";

export type Numbering = "automatic" | "typed" | "as-published" | "none";

export interface Person {
  readonly name: string;
  readonly role?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
}

export interface BackgroundPaper {
  readonly title: string;
  readonly url?: string | undefined;
}

/** Under what provisions of the law something is withheld: paragraphs of exempt information, or as confidential information. */
export interface Grounds {
  readonly basis: "exempt" | "confidential";
  readonly paragraphs: readonly number[];
}

/** Why a report, an annex or a passage is withheld, in the terms of Part VA of the Local Government Act 1972. */
export interface Withholding extends Grounds {
  readonly reason?: string | undefined;
  /** Why the public interest in withholding it outweighs that in disclosing it, where the law has that test. */
  readonly publicInterest?: string | undefined;
  readonly review?: CalendarDate | undefined;
}

/** One entry of the `annexes` list of the frontmatter. */
export interface AnnexEntry {
  readonly title: string;
  readonly file?: string | undefined;
  readonly label?: string | undefined;
  readonly withholding?: Withholding | undefined;
  readonly publicTitle?: string | undefined;
}

/** A further meeting that receives a report, with its committee as the report names it. */
export interface NamedMeeting {
  readonly committee: string;
  readonly meeting: CalendarDate;
  readonly item?: string | undefined;
}

/** What was changed of a report after it was published. */
export interface Amendment {
  readonly date: CalendarDate;
  readonly note: string;
  /** The numbers of the paragraphs that were changed, as they were typed. */
  readonly paragraphs: readonly string[];
}

/** Why an item must be considered though it was not on the agenda in time. */
export interface Urgency {
  readonly reason: string;
  /** Whether the chair is of that opinion: without it, the item may not be considered. */
  readonly isAgreedByChair: boolean;
}

/** When and why a report was taken back after it was published. */
export interface Withdrawal {
  readonly date: CalendarDate;
  readonly reason: string;
}

/** When and why a report that was withheld is made public. */
export interface Release {
  readonly date: CalendarDate;
  readonly reason: string;
}

/** Frontmatter in which every field is present and of its type. */
export interface Frontmatter {
  readonly title: string;
  /** The title that the public is told, where the report is withheld and its title says too much. */
  readonly publicTitle?: string | undefined;
  readonly authors: readonly Person[];
  readonly date: CalendarDate;
  readonly annexes: readonly AnnexEntry[];
  readonly committee?: string | undefined;
  readonly meeting?: CalendarDate | undefined;
  /** As the agenda prints it: "6", "6a", "6.10". */
  readonly item?: string | undefined;
  readonly alsoTo: readonly NamedMeeting[];
  /** The council's own facts of its cover pages, in their order. */
  readonly facts: ReadonlyMap<string, string>;
  /** In the order in which they were typed. */
  readonly amended: readonly Amendment[];
  readonly withdrawn?: Withdrawal | undefined;
  /** What the author says of its release. It does nothing by itself: the day may not have come. */
  readonly release?: Release | undefined;
  /** Its release, where that has taken effect, and why it was withheld until then. Only `withReleases` makes one. */
  readonly released?: (Release & { readonly from: Withholding }) | undefined;
  readonly summary?: string | undefined;
  readonly contacts: readonly Person[];
  /** The wards that are named: none where it is all of them. */
  readonly wards: readonly string[];
  readonly isAboutAllWards: boolean;
  readonly background: readonly BackgroundPaper[];
  /** Whether it says that there are none, which is more than a list that is not there. */
  readonly saysNoBackground: boolean;
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly numbering?: Numbering | undefined;
  readonly numberingStyle?: NumberingStyle | undefined;
  readonly supplement?: number | undefined;
  readonly urgency?: Urgency | undefined;
  readonly formerly: readonly string[];
  readonly lang: Language;
  /** The path of the same report in the other language, as it was typed. */
  readonly translation?: string | undefined;
  readonly draft: boolean;
}

/** What is known of a file that a report may attach or show; its bytes are not held. */
export interface Attachment {
  /** The path below the content folder. */
  readonly path: string;
  /** The length of what is published, after cleaning. */
  readonly bytes: number;
  /** SHA-256, in hexadecimal digits, of the file as it was read. */
  readonly hash: string;
  /** The format's name as a reader knows it, such as "PDF". */
  readonly format: string;
  readonly pages?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Each character of the words that a drawing shows, once. */
  readonly characters?: string | undefined;
  /** Why the file must not be published, in an officer's words. */
  readonly refusal?: string | undefined;
  /** It is too large to be published in any edition, and was not read: its hash is empty. */
  readonly isTooLarge?: true;
  /** What tells its text, whatever it is called; nothing, where it is no text. */
  readonly textHash?: string | undefined;
  /** Where it has words that are published with it and that nobody sees, in an officer's words. */
  readonly unseenWords?: readonly string[] | undefined;
  /** How to fix a file that is refused. */
  readonly remedy?: string | undefined;
}

/** A paragraph as others refer to it. */
export interface Paragraph {
  readonly number: string;
  readonly id: string;
  readonly label?: string | undefined;
}

/** Text of a report as plain text: a numbered paragraph with what belongs to it, or what is between two of them. */
export interface TextPart {
  /** The number of a paragraph; nothing where the text has none. */
  readonly number?: string | undefined;
  /** The id that an address of it names: its own, or that of the paragraph or heading above it. */
  readonly id: string;
  readonly label?: string | undefined;
  /** The words of the heading that it is under; empty where it is under none. */
  readonly heading: string;
  readonly text: string;
  /** Whether it is not for publication: the public edition has, in place of its text, that it is withheld. */
  readonly isWithheld: boolean;
}

/** A footnote as plain text. */
export interface Note {
  readonly number: string;
  readonly id: string;
  readonly text: string;
}

/** A link out of a page, with its address as the page has it. */
export interface PageLink {
  readonly text: string;
  readonly href: string;
}

export interface Annex {
  readonly letter: string;
  readonly kind: string;
  readonly title: string;
  readonly status: "file" | "text" | "not attached" | "withheld";
  readonly id: string;
  /** The address relative to the report's page, where a file is published. */
  readonly href?: string | undefined;
  /** "PDF, 1.2 MB, 4 pages". */
  readonly description?: string | undefined;
  /** What is known of the file, where one is published. */
  readonly facts?: { readonly format: string; readonly bytes: number; readonly pages?: number | undefined } | undefined;
  /** What the public is told in place of an annex that is withheld, and members beside it. */
  readonly notice?: string | undefined;
  readonly grounds?: Grounds | undefined;
  readonly review?: CalendarDate | undefined;
}

/** Part of a report that is withheld, and when that is looked at again. */
export interface WithheldPart {
  /** How a reader would name it: "Paragraphs 12 to 14", "Annex B". */
  readonly words: string;
  readonly id: string;
  readonly grounds: Grounds | undefined;
  readonly review: CalendarDate | undefined;
}

/** A place where a short form is used, as the glossary links to it. */
export interface UsePlace {
  readonly id: string;
  readonly kind: "opening" | "section" | "paragraph" | "annex" | "note";
  /** A paragraph's number, a section's heading, "Annex B"; the others have none. */
  readonly name: string;
}

/** A short form with its one long form in this report. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
  /** The id of its entry in the report's glossary. */
  readonly id: string;
  /** Every place that uses it, in reading order. */
  readonly uses: readonly UsePlace[];
  /** Where it is explained; nowhere, if the settings explain it. */
  readonly place: Place | undefined;
}

export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  readonly children: readonly ContentsEntry[];
}

/** A link from one report to another, to be checked when all reports are known. */
export interface ReportLink {
  readonly target: string;
  readonly fragment?: string | undefined;
  readonly place: Place;
}

/** What an executive may say to a recommendation. */
export const RESPONSES = ["awaited", "accepted", "accepted in part", "rejected"] as const;

/** How far a recommendation has been carried out. */
export const STATUSES = ["not started", "on track", "delayed", "complete", "withdrawn"] as const;

/** What became of a recommendation, as the file of outcomes beside the report says. */
export interface Outcome {
  readonly to?: string | undefined;
  readonly response: (typeof RESPONSES)[number];
  /** When the response was given. */
  readonly date?: CalendarDate | undefined;
  readonly status?: (typeof STATUSES)[number] | undefined;
  readonly due?: CalendarDate | undefined;
  readonly note?: string | undefined;
  /** Where it can be read that it was carried out: an address below the root of the site, or of the web. */
  readonly evidence?: string | undefined;
}

/** A recommendation of a report, with its own label. */
export interface Recommendation {
  /** As it was typed: "3", "R3", "(a)". */
  readonly label: string;
  readonly id: string;
  readonly text: string;
  /** The number of the paragraph that it is, or is part of. */
  readonly paragraph?: string | undefined;
  /** Whether it is not for publication: only the members' edition has one that is. */
  readonly isWithheld: boolean;
  readonly outcome: Outcome;
}

/** A further meeting that receives a report. */
export interface FurtherMeeting extends Omit<NamedMeeting, "committee"> {
  readonly committee: Committee;
}

/** A report as an edition publishes it. Made by `render`, out of what `triage` let through only. */
export interface Report {
  readonly kind: "report";
  readonly edition: Edition;
  readonly path: string;
  readonly frontmatter: Frontmatter;
  readonly committee?: Committee | undefined;
  readonly alsoTo: readonly FurtherMeeting[];
  readonly bodyHtml: string;
  readonly contents: readonly ContentsEntry[];
  readonly paragraphs: readonly Paragraph[];
  /** The text in reading order, but for the headings, the list of annexes, the glossary and the notes. */
  readonly parts: readonly TextPart[];
  readonly notes: readonly Note[];
  /** Links out of the page that are in its text; each address once. */
  readonly pageLinks: readonly PageLink[];
  readonly annexes: readonly Annex[];
  readonly abbreviations: readonly Abbreviation[];
  readonly recommendations: readonly Recommendation[];
  /** When the executive was given notice of the recommendations: its response is due two months later. */
  readonly notice?: CalendarDate | undefined;
  /** Whether anything is recorded of what became of the recommendations: where nothing is, nobody awaits a response. */
  readonly hasOutcomes: boolean;
  /** Where each numbered paragraph was written, by its id; no output holds it. */
  readonly writtenAt: ReadonlyMap<string, { readonly path: string; readonly line: number }>;
  /** Every id that a link into this report may name. */
  readonly fragments: ReadonlySet<string>;
  readonly links: readonly ReportLink[];
  /** The content path that is named as that of the same report in the other language, and where it is named. */
  readonly translation?: { readonly target: string | undefined; readonly place: Place };
  /** Content paths of the files that this report publishes. */
  readonly files: readonly string[];
  /** Whether the whole report is withheld from the public edition. */
  readonly isWithheld: boolean;
  /** In the members' edition, that the report, or part of it, is not for publication. */
  readonly marking?: string | undefined;
  /** Under what the whole report is withheld. */
  readonly grounds?: Grounds | undefined;
  /** When the withholding of the whole report is looked at again. */
  readonly review?: CalendarDate | undefined;
  readonly withheldParts: readonly WithheldPart[];
}
