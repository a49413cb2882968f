import {
  committeeAddress,
  encodePath,
  filesOfReport,
  meetingAddress,
  ownFolder,
  pagePath,
  plainPageAddress,
  relativeAddress,
  reportAddress,
} from "../addresses.ts";
import { inWords } from "../calendar-date.ts";
import { GENERATORS } from "../generators.ts";
import type { AgendaItem, CalendarDate, Committee, OutputFile, Site } from "../model.ts";
import { nameSlug } from "../report/name-slug.ts";
import { pagePolicy } from "./content-security-policy.ts";
import type { Templates, View } from "./templates.ts";

/** Makes files of one kind from a site. */
export type Output = (site: Site, templates: Templates) => readonly OutputFile[];

export const ADDRESSES = {
  home: "",
  reports: "reports/",
  abbreviations: "abbreviations/",
  abbreviationsData: "abbreviations.json",
  abbreviation: (slug: string): string => `abbreviations/${encodeURIComponent(slug)}/`,
  abbreviationsOf: (committee: string): string => `${committeeAddress(committee)}abbreviations/`,
  withheld: "withheld/",
  styles: "assets/site.css",
  icon: "assets/icon.svg",
  search: "search/",
  searchScript: "assets/search.js",
  committees: "committees/",
  committee: committeeAddress,
  meetingsOf: (committee: string): string => `${committeeAddress(committee)}meetings/`,
  meeting: meetingAddress,
  years: "reports/by-year/",
  year: (year: string): string => `reports/by-year/${year}/`,
  authors: "authors/",
  author: (name: string): string => `authors/${encodeURIComponent(nameSlug(name))}/`,
  wards: "wards/",
  ward: (name: string): string => `wards/${encodeURIComponent(nameSlug(name))}/`,
  plainPage: plainPageAddress,
  reportData: (report: string): string => encodePath(filesOfReport(ownFolder(report))[1]),
  reportsData: "reports.json",
  reportSchema: "schemas/report.schema.json",
  reportsSchema: "schemas/reports.schema.json",
  feed: "feed.xml",
  feedOf: (committee: string): string => `${committeeAddress(committee)}feed.xml`,
  calendarOf: (committee: string): string => `${committeeAddress(committee)}meetings.ics`,
  sitemap: "sitemap.xml",
  sitemapPart: (number: number): string => `sitemap-${number}.xml`,
  robots: "robots.txt",
  headers: "_headers",
} as const;

/** A page above the one at hand. */
export interface Crumb {
  readonly text: string;
  readonly address: string;
}

export const CRUMBS = {
  home: { text: "Home", address: ADDRESSES.home },
  committees: { text: "Committees", address: ADDRESSES.committees },
  reports: { text: "All reports", address: ADDRESSES.reports },
  committee: ({ id, name }: Committee): Crumb => ({ text: name, address: ADDRESSES.committee(id) }),
} as const;

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
  readonly lang?: string;
  /** The pages above it, from the home page down. */
  readonly crumbs?: readonly Crumb[];
  readonly alternates?: readonly Alternate[];
  /** Of a public report. */
  readonly metadata?: ReportMetadata | undefined;
}

/** The file of a page at an address; the view gets what the layout needs. */
export function page(site: Site, templates: Templates, template: string, facts: PageFacts, view: View): OutputFile {
  return {
    path: pagePath(facts.address),
    content: {
      text: templates.render(template, {
        ...layoutView(site, facts, (to) => relativeAddress(facts.address, to)),
        ...view,
      }),
    },
  };
}

/** What the layout needs; `link` writes an address as the page at hand must. */
export function layoutView(site: Site, facts: PageFacts, link: (to: string) => string): View {
  return {
    lang: facts.lang ?? "en-GB",
    council: site.settings.council,
    pageTitle: facts.title,
    isHome: facts.address === ADDRESSES.home,
    description: facts.description ?? "",
    canonical: canonicalAddress(site, facts.address),
    policy: pagePolicy(facts.address === ADDRESSES.search),
    generator: GENERATORS[site.edition],
    isForMembers: site.edition === "members",
    alternates: [...feedsOf(site), ...(facts.alternates ?? [])].map(({ type, title, address }) => ({
      type,
      title,
      href: link(address),
    })),
    metadata: metadataView(facts),
    isWithheldList: facts.address === ADDRESSES.withheld,
    isReports: facts.address === ADDRESSES.reports,
    isCommittees: facts.address === ADDRESSES.committees,
    hasReports: site.reports.length + site.withheld.length > 0,
    hasCommittees: site.committees.length > 0,
    hasSearch: site.hasSearch,
    isSearch: facts.address === ADDRESSES.search,
    isAbbreviations: facts.address === ADDRESSES.abbreviations,
    crumbs: (facts.crumbs ?? []).map(({ text, address }) => ({ text, href: link(address) })),
    plainPages: site.pages.map(({ slug, title, lang }) => ({
      title,
      lang: lang === (facts.lang ?? "en-GB") ? "" : lang,
      href: link(ADDRESSES.plainPage(slug)),
      isCurrent: facts.address === ADDRESSES.plainPage(slug),
    })),
    links: {
      home: link(ADDRESSES.home),
      committees: link(ADDRESSES.committees),
      reports: link(ADDRESSES.reports),
      years: link(ADDRESSES.years),
      abbreviations: link(ADDRESSES.abbreviations),
      withheld: link(ADDRESSES.withheld),
      search: link(ADDRESSES.search),
      styles: link(ADDRESSES.styles),
      icon: link(ADDRESSES.icon),
    },
  };
}

/** Each page of a site that has a feed names it. */
function feedsOf({ edition, settings, reports, withheld }: Site): readonly Alternate[] {
  if (edition === "members" || settings.baseUrl === undefined || reports.length + withheld.length === 0) return [];
  return [{ type: "application/atom+xml", title: "All reports", address: ADDRESSES.feed }];
}

function metadataView({ title, lang = "en-GB", metadata }: PageFacts): View | false {
  if (metadata === undefined) return false;
  const { date, authors, linkedData } = metadata;
  const locale = lang === "cy" ? "cy_GB" : "en_GB";
  return { title, date, authors, linkedData, locale };
}

/** The whole address of a public page, where the settings say where the site is; else the empty text. */
export function canonicalAddress({ edition, settings }: Site, address: string): string {
  return settings.baseUrl === undefined || edition === "members" ? "" : settings.baseUrl + address;
}

/** An address as data has it: below the root of the site, or whole where the settings say where that is. */
export function dataAddress({ edition, settings }: Site, address: string): string {
  return edition === "public" ? `${settings.baseUrl ?? ""}${address}` : address;
}

/** A committee with the link to its page, as the page at `from` shows it. */
export function committeeLink({ id, name }: Committee, from: string): View {
  return { name, href: relativeAddress(from, ADDRESSES.committee(id)) };
}

/** A report, or the stub of one that is withheld, as a line of a list on the page at `from`. */
export function listEntry(item: AgendaItem, from: string): View {
  const isReport = "frontmatter" in item;
  const { title, date } = isReport ? item.frontmatter : item;
  return {
    title,
    href: relativeAddress(from, addressOf(item)),
    date,
    dateInWords: inWords(date),
    committee: item.committee?.name ?? "",
    summary: isReport ? (item.frontmatter.summary ?? "") : "",
    isWithheld: !isReport || item.isWithheld,
  };
}

/** The address of the page of a report, or of the stub of one that is withheld. */
export function addressOf(item: AgendaItem): string {
  return "frontmatter" in item ? reportAddress(item.path) : item.address;
}
