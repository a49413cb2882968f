import {
  committeeAddress,
  encodePath,
  filesOfReport,
  folderPart,
  meetingAddress,
  ownFolder,
  pagePath,
  plainPageAddress,
  relativeAddress,
  reportAddress,
} from "../addresses/addresses.ts";
import { nameSlug } from "../addresses/slugs.ts";
import { dateIn } from "../dates/format-date.ts";
import type { CommonView, PageTemplate, PageView, ReportEntry } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Committee, Edition, Language } from "../model/settings.ts";
import type { AgendaItem, OutputFile, PlainPage, Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { assetFiles, logoAddress } from "./asset-files.ts";
import { pagePolicy } from "./content-security-policy.ts";
import type { Templates } from "./templates.ts";

/** Makes files of one kind from a site. */
export type Output = (site: Site, templates: Templates) => readonly OutputFile[];

/** What each page says of the site that it is part of: which kinds of pages there are, and the plain pages. */
export interface PageSite extends Pick<Site, "edition" | "settings" | "hasSearch"> {
  readonly pages: readonly Pick<PlainPage, "slug" | "title" | "lang">[];
  readonly reports: Some;
  readonly withheld: Some;
  readonly committees: Some;
  readonly recommendations: Some;
}

/** A list of which it only matters whether it is empty. */
type Some = { readonly length: number };

/** That of a site, and nothing else. */
export function pageSiteOf(site: Site): PageSite {
  const { edition, settings, hasSearch, pages, reports, withheld, committees, recommendations } = site;
  const some = ({ length }: Some): Some => ({ length: Math.min(length, 1) });
  return {
    edition,
    settings,
    hasSearch,
    pages: pages.map(({ slug, title, lang }) => ({ slug, title, lang })),
    reports: some(reports),
    withheld: some(withheld),
    committees: some(committees),
    recommendations: some(recommendations),
  };
}

export const ADDRESSES = {
  home: "",
  reports: "reports/",
  abbreviations: "abbreviations/",
  abbreviationsData: "abbreviations.json",
  abbreviation: (slug: string): string => `abbreviations/${encodeURIComponent(slug)}/`,
  abbreviationsOf: (committee: string): string => `${committeeAddress(committee)}abbreviations/`,
  withheld: "withheld/",
  withheldIn: (year: string): string => `withheld/${year}/`,
  withheldTable: (year: string): string => `withheld/${year}/withheld-${year}.csv`,
  recommendations: "recommendations/",
  recommendationsIn: (state: string): string => `recommendations/${state.replaceAll(" ", "-")}/`,
  recommendationsOf: (committee: string): string => `${committeeAddress(committee)}recommendations/`,
  recommendationsTable: "recommendations/recommendations.csv",
  recommendationsData: "recommendations/recommendations.json",
  recommendationsFeed: "recommendations/feed.xml",
  recommendationsCalendar: "recommendations/recommendations.ics",
  search: "search/",
  committees: "committees/",
  committee: committeeAddress,
  meetingsOf: (committee: string): string => `${committeeAddress(committee)}meetings/`,
  meeting: meetingAddress,
  years: "reports/by-year/",
  year: (year: string): string => `reports/by-year/${year}/`,
  authors: "authors/",
  author: (name: string): string => `authors/${encodeURIComponent(folderPart(nameSlug(name)))}/`,
  wards: "wards/",
  ward: (name: string): string => `wards/${encodeURIComponent(folderPart(nameSlug(name)))}/`,
  plainPage: plainPageAddress,
  reportData: (report: string): string => encodePath(filesOfReport(ownFolder(report))[1]),
  reportsData: "reports.json",
  reportSchema: "schemas/report.schema.json",
  reportsSchema: "schemas/reports.schema.json",
  recommendationsSchema: "schemas/recommendations.schema.json",
  feed: "feed.xml",
  feedIn: (lang: Language): string => `feed-${lang === "cy" ? "cy" : "en"}.xml`,
  feedOf: (committee: string): string => `${committeeAddress(committee)}feed.xml`,
  calendarOf: (committee: string): string => `${committeeAddress(committee)}meetings.ics`,
  sitemap: "sitemap.xml",
  sitemapPart: (number: number): string => `sitemap-${number}.xml`,
  robots: "robots.txt",
  headers: "_headers",
  manifest: "manifest.json",
} as const;

/** A page above the one at hand. */
export interface Crumb {
  readonly text: string;
  readonly address: string;
}

/** The pages above others, as they are called in a language. */
export function crumbsIn(lang: Language) {
  const words = wordsIn(lang);
  return {
    home: { text: words.home, address: ADDRESSES.home },
    committees: { text: words.committees, address: ADDRESSES.committees },
    reports: { text: words.allReports, address: ADDRESSES.reports },
    abbreviations: { text: words.abbreviations, address: ADDRESSES.abbreviations },
    recommendations: { text: words.recommendations, address: ADDRESSES.recommendations },
    committee: ({ id, name }: Committee): Crumb => ({ text: name, address: ADDRESSES.committee(id) }),
  } as const;
}

/** What a page says in another form, for machines. */
export interface Alternate {
  /** Its media type. */
  readonly type: string;
  readonly title: string;
  readonly address: string;
}

/** What is said of a report to those who link to it. */
interface ReportMetadata {
  readonly date: CalendarDate;
  readonly authors: readonly string[];
  /** The report in the terms of schema.org, as JSON without a `<`. */
  readonly linkedData: string;
}

interface PageFacts {
  readonly address: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** That of the site, if none is given. */
  readonly lang?: Language;
  /** Whether search engines are to leave it out. */
  readonly isUnlisted?: boolean;
  /** Whether script adds something to it. */
  readonly hasScript?: boolean;
  /** The pages above it, from the home page down. */
  readonly crumbs?: readonly Crumb[];
  readonly alternates?: readonly Alternate[];
  /** What it is in each language, itself, too; none where it is in one alone. */
  readonly languages?: readonly { readonly lang: string; readonly href: string }[];
  /** Of a public report. */
  readonly metadata?: ReportMetadata | undefined;
}

/** What pages are made of. */
interface PageSources {
  readonly site: Site;
  readonly templates: Templates;
}

/** The file of a page at an address; the view gets what the layout needs. */
export function page<Name extends PageTemplate>(
  { site, templates }: PageSources,
  template: Name,
  facts: PageFacts,
  view: PageView<Name>,
): OutputFile {
  const text = pageText({ site, templates }, template, facts, view);
  return { path: pagePath(facts.address), content: templates.known.made(text) };
}

/** The text of a page at an address. */
export function pageText<Name extends PageTemplate>(
  { site, templates }: { readonly site: PageSite; readonly templates: Templates },
  template: Name,
  facts: PageFacts,
  view: PageView<Name>,
): string {
  const layout = layoutView(site, templates, facts, (to) => relativeAddress(facts.address, to));
  return templates.render(template, { ...layout, ...view });
}

/** What the layout needs; `link` writes an address as the page at hand must. */
export function layoutView(
  site: PageSite,
  templates: Templates,
  facts: PageFacts,
  link: (to: string) => string,
): CommonView {
  const { styles, customStyles, script, icon } = assetFiles(site.settings, templates);
  const { council, logo, lang: siteLang } = site.settings;
  const { lang = siteLang } = facts;
  const words = wordsIn(lang);
  const canonical = canonicalAddress(site, facts.address);
  return {
    lang,
    words,
    council,
    logo:
      logo === undefined
        ? false
        : { src: link(logoAddress(logo)), width: String(logo.width ?? ""), height: String(logo.height ?? "") },
    footer: footerView(site.settings, lang),
    licence: licenceView(site, lang),
    publishedBy: fillIn(words.publishedBy, { council }),
    pageIsAt: canonical === "" ? "" : fillIn(words.pageIsAt, { address: canonical }),
    pageTitle: facts.title,
    isHome: facts.address === ADDRESSES.home,
    description: facts.description ?? "",
    canonical,
    policy: pagePolicy(facts.address === ADDRESSES.search),
    generator: GENERATORS[site.edition],
    hasScript: facts.hasScript ?? false,
    isUnlisted: facts.isUnlisted === true && site.edition === "public",
    isForMembers: site.edition === "members",
    alternates: [...feedsOf(site), ...(facts.alternates ?? [])].map(({ type, title, address }) => ({
      type,
      title,
      href: link(address),
    })),
    languages: facts.languages ?? [],
    metadata: metadataView(facts, lang),
    isReports: facts.address === ADDRESSES.reports,
    hasRecommendations: site.recommendations.length > 0,
    isRecommendations: facts.address === ADDRESSES.recommendations,
    isCommittees: facts.address === ADDRESSES.committees,
    hasReports: site.reports.length + site.withheld.length > 0,
    hasCommittees: site.committees.length > 0,
    hasSearch: site.hasSearch,
    isSearch: facts.address === ADDRESSES.search,
    isAbbreviations: facts.address === ADDRESSES.abbreviations,
    crumbs: (facts.crumbs ?? []).map(({ text, address }) => ({ text, href: link(address) })),
    plainPages: site.pages.map(({ slug, title, lang: own }) => ({
      title,
      lang: otherThan(lang, own),
      href: link(ADDRESSES.plainPage(slug)),
      isCurrent: facts.address === ADDRESSES.plainPage(slug),
    })),
    links: {
      home: link(ADDRESSES.home),
      committees: link(ADDRESSES.committees),
      reports: link(ADDRESSES.reports),
      years: link(ADDRESSES.years),
      recommendations: link(ADDRESSES.recommendations),
      abbreviations: link(ADDRESSES.abbreviations),
      withheld: link(ADDRESSES.withheld),
      search: link(ADDRESSES.search),
      styles: link(styles.address),
      customStyles: customStyles === undefined ? "" : link(customStyles.address),
      icon: link(icon.address),
      script: link(script.address),
    },
  };
}

/** What the council says at the foot of every page, in the language of the site. */
function footerView({ footer, lang }: Site["settings"], ofPage: Language): CommonView["footer"] {
  return {
    text: footer.text ?? "",
    lang: otherThan(ofPage, lang),
    links: footer.links.map(({ text, url }) => ({ text, href: url, isOutward: /^https?:/i.test(url) })),
  };
}

/** The words about the licence of what is published. The members' edition holds what nobody may pass on, and has none. */
export function licenceOf({ edition, settings: { licence } }: Pick<PageSite, "edition" | "settings">, lang: Language) {
  if (edition === "members" || licence === undefined) return undefined;
  const [before = "", after = ""] = wordsIn(lang).licensed.split("{licence}");
  return { before, name: licence.name[lang], url: licence.url ?? "", after };
}

function licenceView(site: PageSite, lang: Language): CommonView["licence"] {
  return licenceOf(site, lang) ?? false;
}

/** The feed of all reports, which each page names; none where the site has no feeds. */
export function feedsOf({ edition, settings, reports, withheld }: PageSite): readonly Alternate[] {
  if (edition === "members" || settings.baseUrl === undefined || reports.length + withheld.length === 0) return [];
  return [{ type: "application/atom+xml", title: wordsIn(settings.lang).allReports, address: ADDRESSES.feed }];
}

/** The languages that the reports of a site are in, where there are two. */
export function languagesIn({ reports }: Site): readonly Language[] {
  const languages = (["en-GB", "cy"] as const).filter((lang) =>
    reports.some(({ frontmatter }) => frontmatter.lang === lang),
  );
  return languages.length < 2 ? [] : languages;
}

function metadataView({ title, metadata }: PageFacts, lang: Language): CommonView["metadata"] {
  if (metadata === undefined) return false;
  const { date, authors, linkedData } = metadata;
  const locale = lang === "cy" ? "cy_GB" : "en_GB";
  return { title, date, authors, linkedData, locale };
}

/** The whole address of a public page, where the settings say where the site is; else the empty text. */
export function canonicalAddress({ edition, settings }: Pick<Site, "edition" | "settings">, address: string): string {
  return settings.baseUrl === undefined || edition === "members" ? "" : settings.baseUrl + address;
}

/** An address as data has it: below the root of the site, or whole where the settings say where that is. */
export function dataAddress({ edition, settings }: Pick<Site, "edition" | "settings">, address: string): string {
  return edition === "public" ? `${settings.baseUrl ?? ""}${address}` : address;
}

/** A committee with the link to its page, as the page at `from` shows it. */
export function committeeLink({ id, name }: Committee, from: string): { readonly name: string; readonly href: string } {
  return { name, href: relativeAddress(from, ADDRESSES.committee(id)) };
}

/** A report, or the stub of one that is withheld, as a line of a list on the page at `from`. */
export function listEntry(item: AgendaItem, from: string, lang: Language): ReportEntry {
  const isReport = item.kind === "report";
  const { title, date } = isReport ? item.frontmatter : item;
  return {
    title,
    href: relativeAddress(from, addressOf(item)),
    date,
    formattedDate: dateIn(lang, date),
    lang: otherThan(lang, languageOf(item, lang)),
    committee: item.committee?.name ?? "",
    summary: isReport ? (item.frontmatter.summary ?? "") : "",
    isWithheld: !isReport || item.isWithheld,
  };
}

/** The title of a report, or of the stub of one that is withheld. */
export function titleOf(item: AgendaItem): string {
  return item.kind === "report" ? item.frontmatter.title : item.title;
}

/** The language of an item's title. What is known of a stub does not say, so that it is taken for that of the page. */
export function languageOf(item: AgendaItem, ofPage: Language): Language {
  return item.kind === "report" ? item.frontmatter.lang : ofPage;
}

/** A language where it is another than that of the page; else the empty text. */
export function otherThan(ofPage: Language, lang: Language): Language | "" {
  return lang === ofPage ? "" : lang;
}

/** The address of the page of a report, or of the stub of one that is withheld. */
export function addressOf(item: AgendaItem): string {
  return item.kind === "report" ? reportAddress(item.path) : item.address;
}

/** The day of the latest change to an item that readers are told of: that of its release or last amendment, or else its own. */
export function changedOn(item: AgendaItem): CalendarDate {
  if (item.kind === "withheld") return item.date;
  const { date, amended, released } = item.frontmatter;
  return (
    [date, ...(released === undefined ? [] : [released.date]), ...amended.map((amendment) => amendment.date)]
      .sort()
      .at(-1) ?? date
  );
}

/** What the pages of each edition say made them, by which a folder is known to hold one. */
export const GENERATORS: Readonly<Record<Edition, string>> = {
  public: "Scrutineer",
  members: "Scrutineer (members edition)",
};
