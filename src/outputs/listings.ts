import { relativeAddress } from "../addresses/addresses.ts";
import { nameSlug } from "../addresses/slugs.ts";
import type { PageView } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { AgendaItem, OutputFile, Site } from "../model/site.ts";
import { compareTexts } from "../text/compare.ts";
import {
  ADDRESSES,
  type Crumb,
  crumbsIn,
  feedsOf,
  languagesIn,
  listEntry,
  type Output,
  otherThan,
  page,
} from "./page.ts";
import { pagedList } from "./paged-list.ts";
import type { Templates } from "./templates.ts";
import { hasWithheld } from "./withheld-items.ts";

/**
 * Lists of reports, latest first: all of them, and those of each year, author and ward. Withheld reports are in their
 * places.
 */
export const listings: Output = (site, templates) => {
  const words = wordsIn(site.settings.lang);
  const crumbs = crumbsIn(site.settings.lang);
  const all = latestFirst(site);
  const years = groupBy(all, (item) => [dateOf(item).slice(0, 4)]);
  const authors = groupBy(site.reports, ({ frontmatter }) => frontmatter.authors.map(({ name }) => name));
  const named = groupBy(site.reports, ({ frontmatter }) => frontmatter.wards);
  const wards = named.map((ward) => ({ ...ward, reports: withThoseOfAllWards(ward.reports, site) }));
  const ways = [
    [words.byYear, ADDRESSES.years, years],
    [words.byAuthor, ADDRESSES.authors, authors],
    [words.byWard, ADDRESSES.wards, wards],
  ] as const;
  const isThere = ways.filter(([, , groups]) => groups.length > 0);
  const waysOn = (from: string): Ways =>
    isThere.map(([name, address]) => ({ name, href: relativeAddress(from, address), isCurrent: false }));
  return [
    ...reportList(site, templates, {
      address: ADDRESSES.reports,
      title: words.allReports,
      crumbs: [crumbs.home],
      reports: all,
      ways: waysOn,
    }),
    ...namedLists(site, templates, years, {
      address: ADDRESSES.years,
      title: words.reportsByYear,
      crumbs: [crumbs.home, crumbs.reports],
      addressOf: ADDRESSES.year,
      titleOf: (name) => fillIn(words.reportsOf, { name }),
    }),
    ...namedLists(site, templates, authors, {
      address: ADDRESSES.authors,
      title: words.reportsByAuthor,
      crumbs: [crumbs.home, crumbs.reports],
      addressOf: ADDRESSES.author,
      titleOf: (name) => fillIn(words.reportsBy, { name }),
    }),
    ...namedLists(site, templates, wards, {
      address: ADDRESSES.wards,
      title: words.reportsByWard,
      crumbs: [crumbs.home, crumbs.reports],
      addressOf: ADDRESSES.ward,
      titleOf: (name) => fillIn(words.reportsAbout, { name }),
    }),
  ];
};

/** The reports of a ward, and those that concern every ward, in the order of the site. */
function withThoseOfAllWards(reports: readonly AgendaItem[], site: Site): readonly AgendaItem[] {
  const own = new Set(reports);
  return site.reports.filter((report) => report.frontmatter.isAboutAllWards || own.has(report));
}

function dateOf(item: AgendaItem): string {
  return item.kind === "report" ? item.frontmatter.date : item.date;
}

/** The reports of a site and the stubs of those that are withheld, by their dates, latest first. */
export function latestFirst({ reports, withheld }: Site): readonly AgendaItem[] {
  return [...reports, ...withheld].sort((a, b) => compareTexts(dateOf(b), dateOf(a)));
}

interface Group {
  /** As the latest of its reports writes it. */
  readonly name: string;
  readonly reports: readonly AgendaItem[];
}

/**
 * Reports by what they name, in the order of the names; of names that differ in capitals or signs alone, all are one.
 */
function groupBy<Item extends AgendaItem>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, { readonly name: string; readonly reports: Set<Item> }>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      const key = nameSlug(name);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { name, reports: new Set([item]) });
      else group.reports.add(item);
    }
  }
  return [...groups]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, { name, reports }]) => ({ name, reports: [...reports] }));
}

interface NamedLists {
  readonly address: string;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly addressOf: (name: string) => string;
  readonly titleOf: (name: string) => string;
}

/** The list of the names, where there are any, and the list of the reports of each. */
function namedLists(
  site: Site,
  templates: Templates,
  groups: readonly Group[],
  { address, title, crumbs, addressOf, titleOf }: NamedLists,
): readonly OutputFile[] {
  if (groups.length === 0) return [];
  const words = wordsIn(site.settings.lang);
  const isOfYears = address === ADDRESSES.years;
  const names = (isOfYears ? groups.toReversed() : groups).map(({ name, reports }) => ({
    name,
    href: relativeAddress(address, addressOf(name)),
    count: reports.length === 1 ? words.reportCountOne : fillIn(words.reportCount, { count: String(reports.length) }),
  }));
  return [
    page({ site, templates }, "names", { address, title, crumbs }, { title, names }),
    ...groups.flatMap(({ name, reports }) =>
      reportList(site, templates, {
        address: addressOf(name),
        title: titleOf(name),
        crumbs: [...crumbs, { text: title, address }],
        reports,
        ways: () => [],
      }),
    ),
  ];
}

type Ways = PageView<"listing">["ways"];

interface ReportList {
  readonly address: string;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly reports: readonly AgendaItem[];
  /** Other ways into the reports, as links from an address. */
  readonly ways: (from: string) => Ways;
}

function reportList(site: Site, templates: Templates, list: ReportList): readonly OutputFile[] {
  const isOfAll = list.address === ADDRESSES.reports;
  return pagedList(site, templates, {
    ...list,
    template: "listing",
    items: list.reports,
    noun: "report",
    view: ({ items: reports, address, frame }) => ({
      ...frame,
      hasWithheld: isOfAll && hasWithheld(site),
      feeds: isOfAll ? feedLinks(site, address) : [],
      data: isOfAll ? relativeAddress(address, ADDRESSES.reportsData) : "",
      ways: list.ways(address),
      reports: reports.map((report) => listEntry(report, address, site.settings.lang)),
    }),
  });
}

/** The feed of all reports, and where they are in two languages, those of each. */
function feedLinks(site: Site, from: string): PageView<"listing">["feeds"] {
  const { lang: ofPage } = site.settings;
  const all = feedsOf(site).map(({ address }) => ({ address, text: wordsIn(ofPage).reportsByFeed, lang: "" }));
  const ofEach = languagesIn(site).map((lang) => ({
    address: ADDRESSES.feedIn(lang),
    text: wordsIn(lang).feedInLanguage,
    lang: otherThan(ofPage, lang),
  }));
  return (all.length === 0 ? [] : [...all, ...ofEach]).map(({ address, ...link }) => ({
    ...link,
    href: relativeAddress(from, address),
  }));
}
