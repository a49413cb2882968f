import type { Attachment } from "../model/report.ts";
import type { Edition } from "../model/settings.ts";
import type { ReadOut } from "../report/withholding/exclusion-of-public.ts";
import type { PrintBlock, PrintImage, PrintInline } from "./print-nodes.ts";

/** Whose document it is, and how that council's documents look. */
export interface PrintCouncil {
  readonly name: string;
  /** The colour of headings and links, as `#rrggbb`. */
  readonly colour: string;
  /** Stands beside the name, and so says nothing that the name does not. */
  readonly logo: PrintImage | null;
}

/** A report as its PDF is made of it. It holds what the edition's page holds, and nothing else. */
export interface PrintReport {
  readonly title: string;
  /** Two letters, as the engine names languages. */
  readonly lang: string;
  /** Year, month and day. */
  readonly date: readonly number[];
  readonly formattedDate: string;
  readonly authors: readonly string[];
  readonly council: PrintCouncil;
  readonly summary: string;
  /** That it is there in another language, and where; nothing, where it is not. */
  readonly translation: readonly PrintInline[];
  /** When and why it was released, where it was withheld before; else empty. */
  readonly released: string;
  /** What was changed after publication, the latest first. */
  readonly amended: readonly string[];
  /** The words on each page of what is not for publication; empty in the public edition. */
  readonly mark: string;
  /** Why it is not for publication. */
  readonly marking: string;
  readonly contentsTitle: string;
  /** What is at the foot of each page, with blanks for `{number}` and `{total}`. */
  readonly pageOf: string;
  readonly facts: readonly PrintFact[];
  readonly blocks: readonly PrintBlock[];
  /** What is said at the end of the licence; nothing where there is none. */
  readonly licence: readonly PrintBlock[];
}

export interface PrintFact {
  readonly name: string;
  readonly values: readonly (readonly PrintInline[])[];
}

/** The papers of a meeting, or the late ones of a supplement. */
export interface PrintPack {
  readonly title: string;
  readonly lang: string;
  readonly date: readonly number[];
  readonly formattedDate: string;
  readonly council: PrintCouncil;
  readonly mark: string;
  readonly facts: readonly PrintFact[];
  readonly notes: readonly PrintBlock[];
  readonly agendaTitle: string;
  /** As a report has it: it is after the agenda. */
  readonly licence: readonly PrintBlock[];
  /** What is read out before the public is excluded; empty in the public edition. */
  readonly exclusion: { readonly title: string; readonly lead: string; readonly readOut: readonly ReadOut[] };
  /** As a report has it. */
  readonly pageOf: string;
  readonly parts: readonly PackPart[];
}

/** A paper of a pack: a report, or what stands for one that is withheld. */
export interface PackPart {
  /** A name of its own in the pack, within which its places are named. */
  readonly scope: string;
  /** The number on the agenda; empty, where it has none. */
  readonly item: string;
  readonly title: string;
  readonly formattedDate: string;
  readonly mark: string;
  /** What the agenda says of it beside its title. */
  readonly remark: string;
  readonly report: PrintReport | null;
  /** What is said of it where it is withheld. */
  readonly notice: string;
  readonly annexes: readonly PackAnnex[];
}

/** An annex that is a PDF, laid in page by page. */
export interface PackAnnex {
  /** Its name among the files that come with the document. */
  readonly file: string;
  readonly title: string;
  readonly notice: string;
  /** What is said instead where its pages cannot be laid in. */
  readonly noticeInstead: string;
  /** Where the file is published; empty, where nobody knows. */
  readonly url: string;
  /** What is above each of its pages. */
  readonly pageTitles: readonly string[];
}

/** A PDF to be made. */
export interface PrintJob {
  readonly edition: Edition;
  /** The path in the published site. */
  readonly path: string;
  /** The template that sets it, with what it sets. */
  readonly print:
    | { readonly template: "report"; readonly document: PrintReport }
    | { readonly template: "pack"; readonly document: PrintPack };
  /** The picture files that the document names, by their names in it: paths below the content folder. */
  readonly images: ReadonlyMap<string, string>;
  /** The PDFs that are laid in, likewise. */
  readonly annexes: ReadonlyMap<string, string>;
  /**
   * The reports that are printed in it, by their paths in the content folder; in a pack, each with the pack of it
   * alone.
   */
  readonly papers: readonly { readonly path: string; readonly alone?: () => PrintJob }[];
  /** The path of the PDF with the last page of which its page numbers go on. */
  readonly follows?: string | undefined;
}

/** What is known of the files of the content folder, by their paths. */
export interface Attachments {
  readonly get: (path: string) => Attachment | undefined;
}
