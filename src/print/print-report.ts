import { linkedPath, pdfPath, reportAddress } from "../addresses/addresses.ts";
import { readAddress } from "../addresses/web-addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import { ACCENT, readableShade } from "../interface/colour-contrast.ts";
import { wordsIn } from "../interface/translations.ts";
import type { BackgroundPaper, Report } from "../model/report.ts";
import type { Language, Settings } from "../model/settings.ts";
import type { OutputFile } from "../model/site.ts";
import { amendmentsOf, formatAmendment } from "../outputs/amendments.ts";
import { licenceOf } from "../outputs/page.ts";
import { formatReleaseNote, type ReleaseNote, releaseNote } from "../outputs/release-note.ts";
import { type Fact, type FactValue, reportFacts } from "../outputs/report-facts.ts";
import { publishedFilesOf } from "../outputs/report-pages.ts";
import { madeWhenAsked } from "./made-when-asked.ts";
import type { PrintCouncil, PrintFact, PrintJob, PrintReport, PrintSite } from "./print-document.ts";
import type { PrintBlock, PrintImage, PrintInline } from "./print-nodes.ts";
import { readPage } from "./read-page.ts";

/** The PDF of a report, made of its page. */
export function printReport(site: PrintSite, report: Report): PrintJob {
  const { edition, settings } = site;
  const job = {
    edition,
    path: pdfPath(report.path),
    papers: [{ path: report.path }],
    madeOf: {
      reports: [report],
      shared: settings,
      rest: [edition, translationsOf(site, [report])],
      files: filesShown(settings, [report]),
    },
  };
  return madeWhenAsked(job, () => {
    const images = new Map<string, string>();
    const council = councilWithLogo(site, images);
    const document = reportDocument(site, report, council, images);
    return { print: { template: "report", document }, images, annexes: new Map() };
  });
}

/** The same reports in the other language, of those that have one, to which their documents lead. */
export function translationsOf(
  { translations }: PrintSite,
  reports: readonly Report[],
): readonly (string | undefined)[] {
  return reports.map(({ path }) => translations.get(path)?.path);
}

/** The files that a document of these reports may show or hold. */
export function filesShown({ logo }: Settings, reports: readonly Report[]): readonly string[] {
  return [...(logo === undefined ? [] : [logo.path]), ...reports.flatMap(({ files }) => files)];
}

/** A report as it is printed; the files of its pictures are added to `images`, by names of their own. */
export function reportDocument(
  site: PrintSite,
  report: Report,
  council: PrintCouncil,
  images: Map<string, string>,
): PrintReport {
  const { frontmatter, marking } = report;
  const { title, date, lang, authors, summary = "", background, saysNoBackground } = frontmatter;
  const address = reportAddress(report.path);
  const words = wordsIn(lang);
  return {
    title,
    lang: engineLanguage(lang),
    date: dateParts(date),
    formattedDate: dateIn(lang, date),
    authors: authors.map(({ name }) => name),
    council,
    summary,
    translation: translationLink(site, report),
    released: formatted(releaseNote(report, site.settings)),
    amended: amendmentsOf(report).map(formatAmendment),
    mark: marking === undefined ? "" : words.notForPublication,
    marking: marking ?? "",
    contentsTitle: words.contents,
    pageOf: words.printedPageOf,
    facts: reportFacts(report).map((fact) => printFact(fact, site, address)),
    blocks: [
      ...printedPage(site, { html: report.bodyHtml, address, files: publishedFilesOf(report) }, images),
      ...backgroundPapers(background, words.backgroundPapers),
      ...(saysNoBackground ? noBackgroundPapers(words.backgroundPapers, words.noBackgroundPapers) : []),
    ],
    licence: printedLicence(site, lang),
  };
}

/** The words about the licence, where the site has one. */
export function printedLicence(site: PrintSite, lang: Language): readonly PrintBlock[] {
  const licence = licenceOf(site, lang);
  if (licence === undefined) return [];
  const { before, name, url, after } = licence;
  const named: PrintInline = url === "" ? name : { kind: "link", url, body: [name] };
  return [{ kind: "paragraph", body: [before, named, after] }];
}

function formatted(note: ReleaseNote | false): string {
  return note === false ? "" : formatReleaseNote(note);
}

function translationLink(site: PrintSite, report: Report): readonly PrintInline[] {
  const other = site.translations.get(report.path);
  if (other === undefined) return [];
  const text = wordsIn(report.frontmatter.lang).alsoInOtherLanguage;
  const url = wholeAddress(site, "", reportAddress(other.path));
  return [url === undefined ? text : { kind: "link", url, body: [text] }];
}

/** The HTML at an address, and the files that are published there. */
interface PageToPrint {
  readonly html: string;
  readonly address: string;
  readonly files: readonly OutputFile[];
}

/** Reads the HTML at an address as what is printed; the files of its pictures are added to `images`. */
export function printedPage(
  site: PrintSite,
  { html, address, files }: PageToPrint,
  images: Map<string, string>,
): readonly PrintBlock[] {
  const sources = new Map(
    files.flatMap(({ path, content }) => ("copyOf" in content ? [[path, content.copyOf] as const] : [])),
  );
  return readPage(html, {
    addressOf: (href) => wholeAddress(site, address, href),
    imageAt: (src) => {
      const published = linkedPath(address, src);
      const source = sources.get(published);
      if (source === undefined) throw new Error("a picture of the page is none of its files");
      return enclose(source, images);
    },
  });
}

/** Adds a picture's file to `images`, and gives its name there. */
function enclose(source: string, images: Map<string, string>): string {
  const name = `${images.size + 1}${/\.[a-z]+$/i.exec(source)?.[0].toLowerCase() ?? ""}`;
  images.set(name, source);
  return name;
}

/** The council's name, and its colour as it can be read. */
export function councilWithoutLogo({ settings: { council, colour } }: PrintSite): PrintCouncil {
  return { name: council, colour: readableShade(colour ?? ACCENT, "light"), logo: null };
}

/** The council as its documents are headed: with its logo, where it has one, whose file is added to `images`. */
export function councilWithLogo(site: PrintSite, images: Map<string, string>): PrintCouncil {
  const { logo } = site.settings;
  if (logo === undefined) return councilWithoutLogo(site);
  const { path, width, height } = logo;
  const image: PrintImage = { kind: "image", path: enclose(path, images), alternative: "", width, height };
  return { ...councilWithoutLogo(site), logo: image };
}

/** The address of a link as the world knows it; `undefined` where nobody knows where the site is. */
export function wholeAddress(
  { settings: { baseUrl }, edition }: PrintSite,
  from: string,
  href: string,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  return baseUrl === undefined || edition === "members" ? undefined : readAddress(href, baseUrl + from)?.href;
}

/** A language as the engine names it. */
export function engineLanguage(lang: Language): string {
  return lang === "cy" ? "cy" : "en";
}

/** Year, month and day. */
export function dateParts(date: string): readonly number[] {
  return date.split("-").map(Number);
}

/** A fact as a page shows it, printed. */
export function printFact({ name, values }: Fact, site: PrintSite, from: string): PrintFact {
  return { name, values: values.map((value) => factWords(value, site, from)) };
}

function factWords({ text, href, more, links }: FactValue, site: PrintSite, from: string): readonly PrintInline[] {
  return [
    linked(text, href, site, from),
    more,
    ...links.flatMap((link) => [", ", linked(link.text, link.href, site, from)]),
  ];
}

/** Names that lead to lists of the site are words on paper; ways to reach a person are links. */
function linked(text: string, href: string, site: PrintSite, from: string): PrintInline {
  const url = /^(?:mailto|tel|https?):/.test(href) ? wholeAddress(site, from, href) : undefined;
  return url === undefined ? text : { kind: "link", url, body: [text] };
}

function backgroundPapers(papers: readonly BackgroundPaper[], heading: string): readonly PrintBlock[] {
  if (papers.length === 0) return [];
  const items = papers.map(({ title, url }) => ({
    ids: [],
    mark: "",
    body: [
      { kind: "paragraph" as const, body: [url === undefined ? title : { kind: "link" as const, url, body: [title] }] },
    ],
  }));
  return [backgroundHeading(heading), { kind: "bullet-list", items }];
}

function noBackgroundPapers(heading: string, none: string): readonly PrintBlock[] {
  return [backgroundHeading(heading), { kind: "paragraph", body: [none] }];
}

function backgroundHeading(heading: string): PrintBlock {
  return { kind: "heading", level: 2, ids: ["background-papers"], body: [heading] };
}
