import { linkedPath, meetingAddress, packPath, reportAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Annex, Report } from "../model/report.ts";
import type { Language } from "../model/settings.ts";
import type { AgendaEntry, Meeting, Withheld } from "../model/site.ts";
import { copiesFor } from "../outputs/copies.ts";
import { exclusionAt } from "../outputs/exclusion.ts";
import { meetingFacts, urgencyOf } from "../outputs/meeting-pages.ts";
import { publishedFilesOf } from "../outputs/report-pages.ts";
import { annexTitle } from "../text/annex-letters.ts";
import { madeWhenAsked } from "./made-when-asked.ts";
import type { Attachments, PackAnnex, PackPart, PrintJob, PrintPack, PrintSite } from "./print-document.ts";
import {
  councilWithLogo,
  councilWithoutLogo,
  dateParts,
  engineLanguage,
  filesShown,
  printedLicence,
  printedPage,
  printFact,
  reportDocument,
  translationsOf,
  wholeAddress,
} from "./print-report.ts";

/** Files that come with a document, by their names in it. */
interface Enclosed {
  readonly images: Map<string, string>;
  readonly annexes: Map<string, string>;
}

/** The same, and the files of the content that may be among them. */
interface PackFiles extends Enclosed {
  readonly attachments: Attachments;
}

/** What one pack holds: the items of the agenda, or of a supplement, whose number is above 0. */
interface PackItems {
  readonly supplement: number;
  readonly items: readonly AgendaEntry[];
}

/** A meeting without its papers. */
type ToldMeeting = Omit<Meeting, "agenda" | "supplements">;

/**
 * The packs of a meeting: its papers in the order of the agenda, and the late ones of each supplement in a pack of
 * their own, whose pages go on where the pack before it ends. None where the meeting has no papers.
 */
export function printPacks(site: PrintSite, meeting: Meeting, attachments: Attachments): readonly PrintJob[] {
  const { agenda, supplements, ...told } = meeting;
  const { committee, date } = told;
  const packs = [{ number: 0, items: agenda }, ...supplements].filter(({ items }) => items.length > 0);
  const pathOf = (number: number): string => packPath(committee.id, date, number);
  const packOf = (number: number, items: readonly AgendaEntry[], follows: string | undefined): PrintJob => {
    const { edition, settings } = site;
    const papers = items.flatMap((item) =>
      item.paper.kind === "report" ? [{ path: item.paper.path, alone: () => packOf(number, [item], undefined) }] : [],
    );
    const reports = items.flatMap(({ paper }) => (paper.kind === "report" ? [paper] : []));
    const listed = items.map(({ paper, number: mark }) => [mark, paper.kind === "report" ? paper.path : paper]);
    const { notes, ...others } = told;
    const madeOf = {
      reports,
      shared: settings,
      rest: [edition, number, listed, translationsOf(site, reports), others, notes?.bodyHtml],
      files: [...filesShown(settings, reports), ...(notes?.files ?? [])],
    };
    return madeWhenAsked({ edition, path: pathOf(number), papers, madeOf, follows }, () => {
      const enclosed: Enclosed = { images: new Map(), annexes: new Map() };
      const document = packDocument(site, told, { supplement: number, items }, { ...enclosed, attachments });
      return { print: { template: "pack", document }, ...enclosed };
    });
  };
  return packs.map(({ number, items }, index) => {
    const before = packs[index - 1];
    return packOf(number, items, before && pathOf(before.number));
  });
}

function packDocument(
  site: PrintSite,
  meeting: ToldMeeting,
  { supplement, items }: PackItems,
  enclosed: PackFiles,
): PrintPack {
  const { committee, date, notes } = meeting;
  const isLate = supplement > 0;
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const named = { committee: committee.name, date: dateIn(lang, date), number: String(supplement) };
  const address = meetingAddress(committee.id, date);
  const parts = items.map((entry, index): PackPart => {
    const { paper, number = "" } = entry;
    const place = { scope: `part-${index + 1}`, item: number };
    return paper.kind === "report"
      ? withRemark({ ...place, ...reportPart(site, paper, enclosed) }, urgencyOf(entry, meeting, site.settings))
      : { ...place, ...stubPart(paper, lang) };
  });
  const printedNotes =
    isLate || notes === undefined
      ? []
      : printedPage(site, { html: notes.bodyHtml, address, files: copiesFor(notes.files) }, enclosed.images);
  return {
    title: fillIn(isLate ? words.packTitleOfSupplement : words.packTitle, named),
    lang: engineLanguage(lang),
    date: dateParts(date),
    formattedDate: named.date,
    council: councilWithLogo(site, enclosed.images),
    mark: parts.some(({ mark }) => mark !== "") ? words.packWithheld : "",
    facts: [
      { name: words.committee, values: [[committee.name]] },
      ...meetingFacts(meeting, lang).map((fact) => printFact(fact, site, address)),
    ],
    notes: printedNotes,
    agendaTitle: isLate ? fillIn(words.supplementNumber, named) : words.agenda,
    licence: printedLicence(site, lang),
    exclusion: {
      title: words.exclusion,
      lead: words.exclusionMore,
      readOut: exclusionAt(meeting, items, site.settings),
    },
    pageOf: words.printedPageOf,
    parts,
  };
}

/** A part of which the agenda says something more. */
function withRemark(part: PackPart, remark: string): PackPart {
  return { ...part, remark: [part.remark, remark].filter((words) => words !== "").join(". ") };
}

function reportPart(site: PrintSite, report: Report, enclosed: PackFiles): Omit<PackPart, "scope" | "item"> {
  const { title } = report.frontmatter;
  const document = reportDocument(site, report, councilWithoutLogo(site), enclosed.images);
  return {
    title,
    formattedDate: document.formattedDate,
    mark: document.mark,
    remark: document.mark,
    report: document,
    notice: "",
    annexes: report.annexes.flatMap((annex) => laidIn(site, report, annex, enclosed)),
  };
}

/** What is in the pack for a report that is withheld: what its page says. */
function stubPart({ title, date, notice }: Withheld, lang: Language): Omit<PackPart, "scope" | "item"> {
  return {
    title,
    formattedDate: dateIn(lang, date),
    mark: "",
    remark: wordsIn(lang).notForPublication,
    report: null,
    notice,
    annexes: [],
  };
}

/** An annex that is a PDF which may be published; its file is added to `annexes`. */
function laidIn(
  site: PrintSite,
  report: Report,
  annex: Annex,
  { attachments, annexes }: PackFiles,
): readonly PackAnnex[] {
  const { status, href } = annex;
  if (status !== "file" || href === undefined) return [];
  const address = reportAddress(report.path);
  const published = linkedPath(address, href);
  const copied = publishedFilesOf(report).find(({ path }) => path === published)?.content;
  const source = copied !== undefined && "copyOf" in copied ? copied.copyOf : "";
  const { format, pages, refusal } = attachments.get(source) ?? {};
  if (format !== "PDF" || pages === undefined || refusal !== undefined) return [];
  const file = `annex-${annexes.size + 1}.pdf`;
  annexes.set(file, source);
  const title = annexTitle(annex);
  const words = wordsIn(site.settings.lang);
  const count = String(pages);
  const pageTitles = Array.from({ length: pages }, (_, index) =>
    fillIn(words.titleOfPage, { title, number: String(index + 1) }),
  );
  return [
    {
      file,
      title,
      notice: pages === 1 ? words.laidInOne : fillIn(words.laidIn, { count }),
      noticeInstead: words.notLaidIn,
      url: wholeAddress(site, address, href) ?? "",
      pageTitles,
    },
  ];
}

/** The document of a pack, as text, in which no sheets wait for the pages of these annexes, and words say why. */
export function withoutAnnexes(document: string, files: readonly string[]): string {
  const isAnnex = (value: object): value is PackAnnex => "noticeInstead" in value && "file" in value;
  return JSON.stringify(JSON.parse(document), (_key, value: unknown) =>
    typeof value === "object" && value !== null && isAnnex(value) && files.includes(value.file)
      ? { ...value, notice: value.noticeInstead, pageTitles: [] }
      : value,
  );
}
