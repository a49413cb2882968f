import { reportAddress } from "../addresses/addresses.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Site, TrackedRecommendation } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { formatProgress, formatResponse } from "../report/outcomes/format-outcome.ts";
import { compareTexts } from "../text/compare.ts";
import { hasFeeds, LATEST, momentOf } from "./feeds.ts";
import { ADDRESSES, type Alternate, canonicalAddress, GENERATORS, type Output } from "./page.ts";
import type { View } from "./templates.ts";

/**
 * A feed of recommendations and the responses to them, in Atom (RFC 4287): that of which the news is latest comes
 * first.
 */
export const recommendationFeed: Output = (site, templates) => {
  const items = [...site.recommendations].sort((a, b) => compareTexts(dayOf(b), dayOf(a)));
  const [latest] = items;
  if (latest === undefined || !hasFeeds(site)) return [];
  const { council, lang } = site.settings;
  const text = templates.render("recommendation-feed", {
    self: canonicalAddress(site, ADDRESSES.recommendationsFeed),
    page: canonicalAddress(site, ADDRESSES.recommendations),
    title: `${council}: ${wordsIn(lang).recommendations}`,
    council,
    lang,
    generator: GENERATORS[site.edition],
    updated: momentOf(dayOf(latest)),
    entries: items.slice(0, LATEST).map((item) => entryView(site, item)),
  });
  return [{ path: ADDRESSES.recommendationsFeed, content: { text } }];
};

/** The link to the feed of recommendations, where the site has one. */
export function recommendationFeeds(site: Site): readonly Alternate[] {
  if (!hasFeeds(site) || site.recommendations.length === 0) return [];
  const title = wordsIn(site.settings.lang).recommendationsByFeed;
  return [{ type: "application/atom+xml", title, address: ADDRESSES.recommendationsFeed }];
}

/** The day of the response, or before there is one, that of the report. Of what is due later there is no news yet. */
function dayOf({ report, recommendation }: TrackedRecommendation): CalendarDate {
  const { date = report.frontmatter.date } = recommendation.outcome;
  return date > report.frontmatter.date ? date : report.frontmatter.date;
}

function entryView(site: Site, item: TrackedRecommendation): View {
  const { report, recommendation } = item;
  const { label, id, text, outcome } = recommendation;
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const { committee, frontmatter, notice } = report;
  const progress = formatProgress(outcome, lang);
  const response = report.hasOutcomes ? [`${words.response}: ${formatResponse(outcome, notice, lang)}.`] : [];
  return {
    id: canonicalAddress(site, `${reportAddress(report.path)}#${id}`),
    title: fillIn(words.recommendationOf, { label, title: frontmatter.title }),
    published: momentOf(frontmatter.date),
    updated: momentOf(dayOf(item)),
    committee: committee === undefined ? false : { id: committee.id, name: committee.name },
    summary: [text, ...response, ...(progress === "" ? [] : [`${words.progress}: ${progress}.`])].join("\n"),
  };
}
