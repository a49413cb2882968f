import {
  encodePath,
  linkedPath,
  pagePath,
  pdfName,
  pdfPath,
  relativeAddress,
  reportAddress,
} from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import type { PageView } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { BackgroundPaper, ContentsEntry, Report } from "../model/report.ts";
import type { Language } from "../model/settings.ts";
import type { OutputFile, Site } from "../model/site.ts";
import { describeFile, fileHref, reportOwner } from "../report/annexes/attached-files.ts";
import { agendaPlaces, agendaView } from "./agenda.ts";
import { amendmentsOf } from "./amendments.ts";
import { assetFiles } from "./asset-files.ts";
import { crumbsOf } from "./breadcrumbs.ts";
import { MOVED_POLICY } from "./content-security-policy.ts";
import { linkedData } from "./linked-data.ts";
import { ADDRESSES, canonicalAddress, type Output, otherThan, type PageSite, pageSiteOf, pageText } from "./page.ts";
import { releaseNote } from "./release-note.ts";
import { reportFacts } from "./report-facts.ts";
import type { Templates } from "./templates.ts";
import {
  bodyWithTranslations,
  languagesOf,
  type OtherLanguage,
  otherLanguage,
  translationView,
} from "./translation-links.ts";

/** The page of each report, the files that it publishes, and the pages that are at its old addresses. */
export const reportPages: Output = (site, templates) => {
  const places = agendaPlaces(site);
  const pageSite = pageSiteOf(site);
  const shared = { site: pageSite, templates: templates.digest };
  const make = (report: Report, rest: Links): string => reportPage(pageSite, templates, report, rest);
  return site.reports.flatMap((report) => [
    templates.known.file(pagePath(reportAddress(report.path)), {
      report,
      shared,
      rest: {
        pdf: pdfView(site, report),
        agenda: agendaView(places.get(report), reportAddress(report.path), report.frontmatter.lang),
        translation: otherLanguage(site, report),
      },
      make,
    }),
    ...publishedFilesOf(report),
    ...movedPages(site, templates, report),
  ]);
};

/** The ways from the page of a report that the report itself does not tell. */
interface Links extends Pick<PageView<"report">, "pdf" | "agenda"> {
  readonly translation: OtherLanguage | undefined;
}

function reportPage(site: PageSite, templates: Templates, report: Report, links: Links): string {
  const { pdf, agenda, translation } = links;
  const { frontmatter } = report;
  const { title, summary, lang, date, background, saysNoBackground } = frontmatter;
  const address = reportAddress(report.path);
  const crumbs = crumbsOf(report, lang);
  const words = wordsIn(lang);
  const dated = `${title}, ${dateIn(lang, date)}`;
  const citation = [site.settings.council, report.committee?.name ?? [], dated].flat().join(", ");
  const alternates = [
    { type: "application/json", title: words.reportData, address: ADDRESSES.reportData(report.path) },
  ];
  const metadata =
    site.edition === "members"
      ? undefined
      : { date, authors: frontmatter.authors.map(({ name }) => name), linkedData: linkedData(site, report, address) };
  return pageText(
    { site, templates },
    "report",
    {
      address,
      title,
      description: summary,
      lang,
      crumbs,
      alternates,
      languages: languagesOf(site, report, translation),
      metadata,
      hasScript: true,
    },
    {
      title,
      facts: reportFacts(report),
      summary: summary ?? "",
      translation: translationView(report, translation),
      released: releaseNote(report, site.settings),
      amended: amendmentsOf(report).slice(0, 1),
      amendedBefore: amendmentsOf(report).slice(1),
      pdf,
      data: relativeAddress(address, ADDRESSES.reportData(report.path)),
      contents: contentsView([
        ...report.contents,
        ...(background.length > 0 || saysNoBackground ? [backgroundEntry(lang)] : []),
      ]),
      background: background.map(backgroundView),
      saysNoBackground,
      marking: report.marking ?? "",
      noticeLang: otherThan(lang, "en-GB"),
      runningTitle: report.marking === undefined ? dated : `${words.notForPublication}. ${dated}`,
      citation,
      body: bodyWithTranslations(report, translation),
      agenda,
    },
  );
}

function backgroundEntry(lang: Language): ContentsEntry {
  return { id: "background-papers", text: wordsIn(lang).backgroundPapers, children: [] };
}

/** The link to the PDF, where the site has one. */
function pdfView({ pdfs }: Site, report: Report): PageView<"report">["pdf"] {
  const pdf = pdfs.get(pdfPath(report.path));
  if (pdf === undefined) return false;
  const { lang } = report.frontmatter;
  const file = describeFile({ format: "PDF", ...pdf }, lang);
  return {
    href: encodeURIComponent(pdfName(report.path)),
    text: fillIn(wordsIn(lang).downloadReport, { file }),
  };
}

function contentsView(entries: readonly ContentsEntry[]): PageView<"report">["contents"] {
  return entries.map(({ id, text, children }) => ({ id, text, children: contentsView(children) }));
}

function backgroundView({ title, url }: BackgroundPaper) {
  return { title, url: url ?? "" };
}

/** A file in the report's own folder goes to its place below the page; one that reports share, to the shared folder. */
export function publishedFilesOf(report: Report): readonly OutputFile[] {
  const base = reportAddress(report.path);
  return report.files.map((path) => ({
    path: linkedPath(base, fileHref(reportOwner(report.path), path)),
    content: { copyOf: path },
  }));
}

function movedPages(site: Site, templates: Templates, report: Report): readonly OutputFile[] {
  const { formerly, title, lang } = report.frontmatter;
  return formerly.map((from) => movedPage(site, templates, { from, to: reportAddress(report.path), lang, title }));
}

/** The page at an old path that leads to where it is told now. */
export function movedPage(
  site: Site,
  templates: Templates,
  { from, to, lang, title }: Readonly<Record<"from" | "to" | "title", string>> & { readonly lang: Language },
): OutputFile {
  const address = `${encodePath(from)}/`;
  const words = wordsIn(lang);
  const view = {
    lang,
    title,
    pageTitle: fillIn(words.movedTitle, { title }),
    heading: words.moved,
    href: relativeAddress(address, to),
    canonical: canonicalAddress(site, to),
    policy: MOVED_POLICY,
    script: relativeAddress(address, assetFiles(site.settings, templates).script.address),
  };
  return { path: pagePath(address), content: { text: templates.render("moved", view) } };
}
