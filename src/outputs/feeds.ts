import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Committee } from "../model/settings.ts";
import type { AgendaItem, OutputFile, Site } from "../model/site.ts";
import { latestFirst } from "./listings.ts";
import {
  ADDRESSES,
  type Alternate,
  addressOf,
  canonicalAddress,
  GENERATORS,
  languageOf,
  type Output,
  otherThan,
} from "./page.ts";
import type { Templates, View } from "./templates.ts";

const LATEST = 50;

/**
 * Feeds of the latest reports, for the site and for each committee, in Atom (RFC 4287). What stands in a feed is named by its whole
 * address, so there are none where nobody knows where the site is, nor in the members' edition.
 */
export const feeds: Output = (site, templates) => {
  if (!hasFeeds(site)) return [];
  const items = latestFirst([...site.reports, ...site.withheld]);
  const byCommittee = new Map<string, AgendaItem[]>(site.committees.map(({ id }) => [id, []]));
  for (const item of items) if (item.committee !== undefined) byCommittee.get(item.committee.id)?.push(item);
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
    updated: momentOf(latest),
    entries: items.slice(0, LATEST).map((item) => entryView(site, item)),
  });
  return [{ path: decodeURIComponent(address), content: { text } }];
}

function entryView(site: Site, item: AgendaItem): View {
  const isReport = "frontmatter" in item;
  const { committee } = item;
  return {
    id: canonicalAddress(site, addressOf(item)),
    title: isReport ? item.frontmatter.title : item.title,
    lang: languageOf(item, site.settings.lang),
    updated: momentOf(item),
    authors: isReport ? item.frontmatter.authors.map(({ name }) => name) : [],
    committee: committee === undefined ? false : { id: committee.id, name: committee.name },
    // What is said in place of what is withheld is the law's, in English.
    summaryLang: isReport ? "" : otherThan(site.settings.lang, "en-GB"),
    summary: isReport ? (item.frontmatter.summary ?? "") : item.notice,
  };
}

/** Reports have dates and no times, and nothing here asks the clock. */
function momentOf(item: AgendaItem): string {
  return `${"frontmatter" in item ? item.frontmatter.date : item.date}T00:00:00Z`;
}
