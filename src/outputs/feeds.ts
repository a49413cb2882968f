import { fillIn, wordsIn } from "../interface/translations.ts";
import { committeesReceiving } from "../model/committees-receiving.ts";
import type { Committee } from "../model/settings.ts";
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
    ...feed(site, templates, undefined, items),
    ...site.committees.flatMap((committee) => feed(site, templates, committee, byCommittee.get(committee.id) ?? [])),
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

function feed(
  site: Site,
  templates: Templates,
  committee: Committee | undefined,
  items: readonly AgendaItem[],
): readonly OutputFile[] {
  const [latest] = items;
  // A feed says when it changed last, and one without reports never did.
  if (latest === undefined) return [];
  const address = committee === undefined ? ADDRESSES.feed : ADDRESSES.feedOf(committee.id);
  const { council, lang } = site.settings;
  const text = templates.render("feed", {
    self: canonicalAddress(site, address),
    page: canonicalAddress(site, committee === undefined ? ADDRESSES.reports : ADDRESSES.committee(committee.id)),
    title: committee === undefined ? fillIn(wordsIn(lang).siteTitle, { council }) : `${council}: ${committee.name}`,
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
  const released = isReport && releaseNote(item, site.settings.jurisdiction);
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
