import type { HeadingData, Literal, Node, Nodes, Parent, PhrasingContent, Root, RootContent, Table } from "mdast";
import type { Sealed } from "./sealed.ts";

/** A file's text, ready to be parsed: UTF-8, without a byte-order mark, with `\n` line ends. */
export interface Source {
  /** The path below the content folder, with `/` between its parts. */
  readonly path: string;
  readonly text: Sealed<string>;
}

/** A calendar date as `YYYY-MM-DD`. */
export type CalendarDate = string;

export type Numbering = "automatic" | "typed" | "as-published" | "none";
export type NumberingStyle = "continuous" | "decimal";
/** The public edition holds nothing that is withheld; the members' edition holds everything, marked. */
export type Edition = "public" | "members";
/** A language in which the site speaks, as its tag. */
export type Language = "en-GB" | "cy";
/** A part of the kingdom whose law on withholding is held. */
export type Jurisdiction = "England";

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

/** Why a report, an annex or a passage is withheld, in the terms of Part VA of the Local Government Act 1972. */
export interface Withholding {
  readonly basis: "exempt" | "confidential";
  readonly paragraphs: readonly number[];
  readonly reason?: string | undefined;
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
  readonly item?: number | undefined;
  readonly summary?: string | undefined;
  readonly contact?: Person | undefined;
  readonly wards: readonly string[];
  readonly background: readonly BackgroundPaper[];
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly numbering?: Numbering | undefined;
  readonly numberingStyle?: NumberingStyle | undefined;
  readonly supplement?: number | undefined;
  readonly formerly: readonly string[];
  readonly lang: Language;
  readonly draft: boolean;
}

export interface Committee {
  readonly id: string;
  readonly name: string;
}

/** The file of the council's logo, and where the settings name it; its facts are known where it may be published. */
export interface LogoFile {
  /** The path below the content folder. */
  readonly path: string;
  readonly place: Place;
  readonly hash?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** What `content/site.yml` says, with the defaults filled in. */
export interface Settings {
  readonly council: string;
  /** The language of all pages but those of reports and plain pages, which have their own. */
  readonly lang: Language;
  /** The council's colour, as `#rrggbb`: it can be read on the light pages. */
  readonly colour: string | undefined;
  readonly logo: LogoFile | undefined;
  /** The address of the site's root, ending in `/`. Without it, pages do not say where they are. */
  readonly baseUrl: string | undefined;
  /** The path of the site's root on its host, beginning and ending in `/`. */
  readonly basePath: string;
  readonly jurisdiction: Jurisdiction;
  readonly numberingStyle: NumberingStyle;
  /** How many levels automatic numbers have in the decimal style. */
  readonly numberingDepth: number;
  readonly committees: readonly Committee[];
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  /** How grave a rule is, where that is not as the catalogue of rules says. */
  readonly severities: ReadonlyMap<string, "off" | "hint" | "warning" | "error">;
  /** How many of a hundred published reports a build may remove without being told to. */
  readonly removalLimit: number;
  /** How many clear days a report is to be published before its meeting; 0 asks for none. */
  readonly clearDays: number;
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
  /** How to mend a file that is refused. */
  readonly remedy?: string | undefined;
}

/** Where something stands in a file that an author wrote; lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The column after the last character marked, on the same line. */
  readonly endColumn?: number | undefined;
}

/** A line of Markdown Extra's, `*[HSB]: Harmful Sexual Behaviour`. */
export interface WrittenDefinition {
  readonly short: string;
  readonly long: string;
  readonly place: Place;
}

/** One Markdown text and its tree. Positions in the tree are lines and columns of the author's file. */
export interface ParsedText {
  readonly path: string;
  /** The text that the tree's offsets count in. */
  readonly text: string;
  readonly tree: Root;
  /** Definitions of abbreviations that were taken out before parsing. */
  readonly definitions: readonly WrittenDefinition[];
  /** Every node as it was parsed, by its type, in reading order. */
  readonly nodes: ReadonlyMap<string, readonly { readonly node: Nodes; readonly parent: Parent }[]>;
}

/** A numbered paragraph, with everything that belongs to it. */
export interface NumberedParagraph extends Parent {
  type: "numberedParagraph";
  /** As readers cite it: "14", "A2" or "2.3". */
  number: string;
  id: string;
  label?: string;
  children: RootContent[];
}

/** An annex that is written as text, in the report or in a Markdown file of its own. */
export interface AnnexSection extends Parent {
  type: "annexSection";
  data?: HeadingData;
  letter: string;
  /** "Annex", "Annexe" or "Appendix", as the author calls it. */
  kind: string;
  title: string;
  /** That it is not for publication, where only members have it. */
  notice?: string;
  /** The text that positions within it count in, where that is a file of its own. */
  writtenIn?: ParsedText;
  children: RootContent[];
}

/** Where the generated list of annexes goes. */
export interface AnnexList extends Node {
  type: "annexList";
  annexes: readonly Annex[];
}

/** Where the generated glossary goes, with what its section says beside the definitions. */
export interface GlossarySection extends Parent {
  type: "glossarySection";
  data?: HeadingData;
  heading: string;
  entries: readonly Abbreviation[];
  children: RootContent[];
}

export interface Figure extends Parent {
  type: "figure";
  caption?: string;
  children: RootContent[];
}

export interface Caption extends Parent {
  type: "caption";
  children: PhrasingContent[];
}

export interface CaptionedTable extends Parent {
  type: "captionedTable";
  children: (Caption | Table)[];
}

/** What is said of a passage that is withheld, in either edition. */
export interface PassageFacts {
  /** How a reader would name it: "Paragraphs 12 to 14". */
  readonly words: string;
  /** The numbers of the paragraphs that begin within it. */
  readonly numbers: readonly string[];
  /** Their ids, in the same order. */
  readonly ids: readonly string[];
  /** The id of the first of them, or of the paragraph that it is part of. */
  readonly id: string | undefined;
  /** That it is not for publication, and why. */
  readonly notice: string;
  readonly review: CalendarDate | undefined;
}

/** A passage that is withheld, as the members' edition shows it. No public tree holds one. */
export interface ExemptPassage extends Parent {
  type: "exemptPassage";
  facts: PassageFacts;
  children: RootContent[];
}

/** What stands in the public edition in place of a passage that is withheld. */
export interface WithheldPassage extends Node {
  type: "withheldPassage";
  facts: PassageFacts;
}

/** A use of an abbreviation in running text. */
export interface AbbreviationUse extends Parent {
  type: "abbreviationUse";
  long: string;
  /** The id of the glossary entry, where this use links to it. */
  entry?: string;
  children: PhrasingContent[];
}

/** A Markdown Extra line, `*[HSB]: Harmful Sexual Behaviour`. */
export interface AbbreviationDefinition extends Literal {
  type: "abbreviationDefinition";
}

declare module "mdast" {
  interface RootContentMap {
    numberedParagraph: NumberedParagraph;
    annexSection: AnnexSection;
    annexList: AnnexList;
    glossarySection: GlossarySection;
    figure: Figure;
    captionedTable: CaptionedTable;
    caption: Caption;
    exemptPassage: ExemptPassage;
    withheldPassage: WithheldPassage;
    abbreviationUse: AbbreviationUse;
    abbreviationDefinition: AbbreviationDefinition;
  }
  interface BlockContentMap {
    figure: Figure;
    captionedTable: CaptionedTable;
    abbreviationDefinition: AbbreviationDefinition;
  }
  interface PhrasingContentMap {
    abbreviationUse: AbbreviationUse;
  }
  interface ListData {
    /** How many lettered lists this one stands in, itself included: 1 is (a), 2 is (i). */
    letteredDepth?: number;
    /** The place in the alphabet at which it begins, where it goes on another. */
    firstLetter?: number;
  }
  interface ParagraphData {
    /** Whether it is a line in bold that stands for a heading. */
    isHeading?: boolean;
  }
  interface ListItemData {
    /** The number or letter that the author typed, as it is published: "2.", "(b)". */
    mark?: string;
    /** What it is called below the heading that its series stands under: "2", "b". */
    name?: string;
    id?: string;
  }
  interface ImageData {
    decorative?: boolean;
    width?: number;
    height?: number;
  }
  interface HeadingData {
    id?: string;
    /** The section's number as the page shows it: "3.", or "3.0" as it was typed. */
    number?: string;
    /** What "section 3" refers to it by. */
    section?: string;
  }
}

/** A paragraph as others refer to it. */
export interface Paragraph {
  readonly number: string;
  readonly id: string;
  readonly label?: string | undefined;
}

/** Text of a report as plain text: a numbered paragraph with what belongs to it, or what stands between two of them. */
export interface TextPart {
  /** The number of a paragraph; nothing where the text has none. */
  readonly number?: string | undefined;
  /** The id that an address of it names: its own, or that of the paragraph or heading above it. */
  readonly id: string;
  readonly label?: string | undefined;
  /** The words of the heading that it stands under; empty where it stands under none. */
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
  readonly review?: CalendarDate | undefined;
}

/** Part of a report that is withheld, and when that is looked at again. */
export interface WithheldPart {
  /** How a reader would name it: "Paragraphs 12 to 14", "Annex B". */
  readonly words: string;
  readonly id: string;
  readonly review: CalendarDate | undefined;
}

/** A place where a short form is used, as the glossary links to it. */
export interface UsePlace {
  readonly id: string;
  readonly words: string;
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

/** A report as an edition publishes it. Made by `render`, out of what `triage` let through only. */
export interface Report {
  readonly edition: Edition;
  readonly path: string;
  readonly frontmatter: Frontmatter;
  readonly committee?: Committee | undefined;
  readonly bodyHtml: string;
  readonly contents: readonly ContentsEntry[];
  readonly paragraphs: readonly Paragraph[];
  /** The text in reading order, but for the headings, the list of annexes, the glossary and the notes. */
  readonly parts: readonly TextPart[];
  readonly notes: readonly Note[];
  /** Links out of the page that stand in its text; each address once. */
  readonly pageLinks: readonly PageLink[];
  readonly annexes: readonly Annex[];
  readonly abbreviations: readonly Abbreviation[];
  /** Every id that a link into this report may name. */
  readonly fragments: ReadonlySet<string>;
  readonly links: readonly ReportLink[];
  /** Content paths of the files that this report publishes. */
  readonly files: readonly string[];
  /** Whether the whole report is withheld from the public edition. */
  readonly isWithheld: boolean;
  /** In the members' edition, that the report, or part of it, is not for publication. */
  readonly marking?: string | undefined;
  /** When the withholding of the whole report is looked at again. */
  readonly review?: CalendarDate | undefined;
  readonly withheldParts: readonly WithheldPart[];
}

/** One long form of an abbreviation, with the reports that use it, latest first, and the id of its entry in the glossary of each. */
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

/** All that the public may know of a report that is withheld. Made by `triage` only; it holds nothing of the report's text or path. */
export interface Withheld {
  readonly address: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly committee?: Committee | undefined;
  readonly meeting?: CalendarDate | undefined;
  readonly item?: number | undefined;
  readonly notice: string;
  readonly review?: CalendarDate | undefined;
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

/** A meeting of a committee: one that a report or a stub names, or that has a file of its own. */
export interface Meeting {
  readonly committee: Committee;
  readonly date: CalendarDate;
  readonly details: MeetingDetails;
  /** What its file says, where it has one. */
  readonly notes?: PlainText | undefined;
  readonly agenda: readonly AgendaItem[];
  /** Late papers, by the number of the supplement to the agenda that they are in. */
  readonly supplements: readonly { readonly number: number; readonly items: readonly AgendaItem[] }[];
}

/** A plain page, such as the accessibility statement. */
export interface PlainPage {
  /** Its address below the site's root, without the closing slash. */
  readonly slug: string;
  readonly title: string;
  readonly lang: Language;
  readonly text: PlainText;
}

/** One edition's reports, in the order of their dates, latest first. */
export interface Site {
  readonly edition: Edition;
  readonly settings: Settings;
  /** The day on which reviews are due or not: given, or else the newest date of a report. */
  readonly asOf: CalendarDate | undefined;
  /** The day on which meetings are past or to come; nobody says so of them where none was given. */
  readonly today: CalendarDate | undefined;
  readonly reports: readonly Report[];
  readonly withheld: readonly Withheld[];
  /** The committees of the settings, or where they list none, those that reports name, in the order of the alphabet. */
  readonly committees: readonly Committee[];
  /** Every meeting, latest first; of one day in the order of the committees. */
  readonly meetings: readonly Meeting[];
  /** The plain pages, in the order in which they are linked. */
  readonly pages: readonly PlainPage[];
  /** Every abbreviation of the reports, in alphabetical order. */
  readonly glossary: readonly SiteAbbreviation[];
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
 * One file of the published site; `copyOf` names a file of the content folder that goes there cleaned, `madeAt` one that the program
 * has made.
 */
export interface OutputFile {
  readonly path: string;
  readonly content: { readonly text: string } | { readonly copyOf: string } | { readonly madeAt: string };
}
