import { fillIn, wordsIn } from "../interface/translations.ts";
import { committeesReceiving } from "../model/committees-receiving.ts";
import type { Committee, Language } from "../model/settings.ts";
import type { AgendaItem, OutputFile, Site } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { compareTexts } from "../text/compare.ts";
import { amendmentsOf, formatAmendment } from "./amendments.ts";
import { latestFirst } from "./listings.ts";
import {
  ADDRESSES,
  type Alternate,
  addressOf,
  canonicalAddress,
  changedOn,
  GENERATORS,
  languageOf,
  languagesIn,
  type Output,
  otherThan,
  titleOf,
} from "./page.ts";
import { formatReleaseNote, releaseNote } from "./release-note.ts";
import type { Templates, View } from "./templates.ts";

/** How many entries a feed has at most. */
export const LATEST = 50;

/**
 * Feeds of the latest reports, for the site and for each committee, in Atom (RFC 4287). What is in a feed is named by
 * its whole address, so there are none where nobody knows where the site is, nor in the members' edition.
 */
export const feeds: Output = (site, templates) => {
  if (!hasFeeds(site)) return [];
  // What was amended comes again, so that those who follow the feed are told.
  const items = latestFirst(site).toSorted((a, b) => compareTexts(changedOn(b), changedOn(a)));
  const byCommittee = new Map<string, AgendaItem[]>(site.committees.map(({ id }) => [id, []]));
  for (const item of items) for (const { id } of committeesReceiving(item)) byCommittee.get(id)?.push(item);
  return [
    ...feed(site, templates, ofAll(site.settings.lang, ADDRESSES.feed), items),
    ...languagesIn(site).flatMap((lang) =>
      feed(
        site,
        templates,
        ofAll(lang, ADDRESSES.feedIn(lang)),
        items.filter((item) => languageOf(item, site.settings.lang) === lang),
      ),
    ),
    ...site.committees.flatMap((committee) =>
      feed(site, templates, ofCommittee(committee, site.settings.lang), byCommittee.get(committee.id) ?? []),
    ),
  ];
};

/** Whether a site has feeds. */
export function hasFeeds({ edition, settings }: Site): boolean {
  return edition === "public" && settings.baseUrl !== undefined;
}

/** The link to a committee's feed, for its pages; none where it has no feed. */
export function committeeFeed(site: Site, committee: Committee, reports: readonly AgendaItem[]): readonly Alternate[] {
  if (!hasFeeds(site) || reports.length === 0) return [];
  const title = fillIn(wordsIn(site.settings.lang).feedOf, { committee: committee.name });
  return [{ type: "application/atom+xml", title, address: ADDRESSES.feedOf(committee.id) }];
}

/** What a feed is of, where it is, and the page that shows the same. */
interface FeedFacts {
  readonly lang: Language;
  readonly address: string;
  readonly page: string;
  /** Its title, where it is that of a council. */
  readonly titleFor: (council: string) => string;
}

function ofAll(lang: Language, address: string): FeedFacts {
  const titleFor = (council: string): string => fillIn(wordsIn(lang).siteTitle, { council });
  return { lang, address, page: ADDRESSES.reports, titleFor };
}

function ofCommittee({ id, name }: Committee, lang: Language): FeedFacts {
  const titleFor = (council: string): string => `${council}: ${name}`;
  return { lang, address: ADDRESSES.feedOf(id), page: ADDRESSES.committee(id), titleFor };
}

function feed(
  site: Site,
  templates: Templates,
  { lang, address, page, titleFor }: FeedFacts,
  items: readonly AgendaItem[],
): readonly OutputFile[] {
  const [latest] = items;
  // A feed says when it changed last, and one without reports never did.
  if (latest === undefined) return [];
  const { council } = site.settings;
  const text = templates.render("feed", {
    self: canonicalAddress(site, address),
    page: canonicalAddress(site, page),
    title: titleFor(council),
    council,
    lang,
    generator: GENERATORS[site.edition],
    updated: momentOf(changedOn(latest)),
    entries: items.slice(0, LATEST).map((item) => entryView(site, item)),
  });
  return [{ path: decodeURIComponent(address), content: { text } }];
}

function entryView(site: Site, item: AgendaItem): View {
  const isReport = item.kind === "report";
  const [amended] = isReport ? amendmentsOf(item) : [];
  const released = isReport && releaseNote(item, site.settings);
  const summary = isReport
    ? [
        released ? formatReleaseNote(released) : undefined,
        amended && formatAmendment(amended),
        item.frontmatter.summary,
      ]
    : [item.notice];
  return {
    id: canonicalAddress(site, addressOf(item)),
    title: titleOf(item),
    lang: languageOf(item, site.settings.lang),
    published: momentOf(isReport ? item.frontmatter.date : item.date),
    updated: momentOf(changedOn(item)),
    authors: isReport ? item.frontmatter.authors.map(({ name }) => name) : [],
    committees: committeesReceiving(item).map(({ id, name }) => ({ id, name })),
    // What is said in place of what is withheld is the law's, in English.
    summaryLang: isReport ? "" : otherThan(site.settings.lang, "en-GB"),
    summary: summary.filter((words) => words !== undefined).join(" "),
  };
}

/** Reports have dates and no times, and nothing here asks the clock. */
/** The beginning of a day, as feeds write it. */
export function momentOf(date: CalendarDate): string {
  return `${date}T00:00:00Z`;
}
