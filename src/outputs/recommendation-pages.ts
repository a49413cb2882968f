import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { dateIn } from "../dates/format-date.ts";
import type { RecommendationEntry } from "../interface/template-values.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import { RESPONSES, STATUSES } from "../model/report.ts";
import type { Committee, Language } from "../model/settings.ts";
import type { OutputFile, Site, TrackedRecommendation } from "../model/site.ts";
import { formatProgress, formatResponse, formatState, type State } from "../report/outcomes/format-outcome.ts";
import { hrefOf } from "../report/page/outcomes.ts";
import { ADDRESSES, type Alternate, type Crumb, crumbsIn, type Output, otherThan } from "./page.ts";
import { pagedList } from "./paged-list.ts";
import { hasDueDays } from "./recommendation-calendar.ts";
import { recommendationFeeds } from "./recommendation-feed.ts";
import type { Templates } from "./templates.ts";

/** One list of recommendations: all, those that are overdue, those in one state, or those of one committee. */
interface RecommendationList {
  readonly address: string;
  readonly name: string;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly items: readonly TrackedRecommendation[];
}

/** The lists of recommendations with what became of each; there only where a report has one. */
export const recommendationPages: Output = (site, templates) => {
  if (site.recommendations.length === 0) return [];
  const states = listsByState(site);
  const committees = listsByCommittee(site);
  return [...states, ...committees].flatMap((list) => listPages(site, templates, list, { states, committees }));
};

function listsByState({ recommendations, asOf = "", settings: { lang } }: Site): readonly RecommendationList[] {
  const words = wordsIn(lang);
  const crumbs = crumbsIn(lang);
  const below = [crumbs.home, crumbs.recommendations];
  const list = (state: State): RecommendationList => ({
    address: ADDRESSES.recommendationsIn(state),
    name: formatState(state, lang),
    title: fillIn(words.recommendationsInState, { state: formatState(state, lang) }),
    crumbs: below,
    items: recommendations.filter(
      ({ report, recommendation: { outcome } }) =>
        report.hasOutcomes && (outcome.response === state || outcome.status === state),
    ),
  });
  return [
    {
      address: ADDRESSES.recommendations,
      name: words.allRecommendations,
      title: words.recommendations,
      crumbs: [crumbs.home],
      items: recommendations,
    },
    {
      address: ADDRESSES.recommendationsIn("overdue"),
      name: words.overdue,
      title: fillIn(words.recommendationsInState, { state: fillIn(words.overdueOn, { date: dateIn(lang, asOf) }) }),
      crumbs: below,
      items: recommendations.filter(({ isOverdue }) => isOverdue),
    },
    ...[...RESPONSES, ...STATUSES].map(list),
  ];
}

function listsByCommittee({ recommendations, committees, settings: { lang } }: Site): readonly RecommendationList[] {
  const crumbs = crumbsIn(lang);
  const list = (committee: Committee): RecommendationList => ({
    address: ADDRESSES.recommendationsOf(committee.id),
    name: committee.name,
    title: fillIn(wordsIn(lang).recommendationsOf, { committee: committee.name }),
    crumbs: [crumbs.home, crumbs.committees, crumbs.committee(committee)],
    items: recommendations.filter(({ report }) => report.committee?.id === committee.id),
  });
  return committees.map(list).filter(({ items }) => items.length > 0);
}

/** All lists, as each of them links to the others. */
interface Lists {
  readonly states: readonly RecommendationList[];
  readonly committees: readonly RecommendationList[];
}

function listPages(
  site: Site,
  templates: Templates,
  list: RecommendationList,
  { states, committees }: Lists,
): readonly OutputFile[] {
  const { council, lang } = site.settings;
  const feeds = recommendationFeeds(site);
  return pagedList(site, templates, {
    ...list,
    template: "recommendations",
    noun: "recommendation",
    alternates: feeds,
    view: ({ items, address, frame }) => {
      const linkTo = ({ address: to, name, items: own }: RecommendationList) => ({
        name,
        href: relativeAddress(address, to),
        count: String(own.length),
        isCurrent: to === list.address,
      });
      return {
        ...frame,
        lead: fillIn(wordsIn(lang).recommendationsLead, { council }),
        states: states.map(linkTo),
        committees: committees.map(linkTo),
        rows: items.map((item) => recommendationRow(item, address, lang)),
        others: otherForms(site, feeds).map(({ type, title, address: to }) => ({
          type,
          text: title,
          href: relativeAddress(address, to),
        })),
      };
    },
  });
}

/** What the lists say, in other forms. */
function otherForms(site: Site, feeds: readonly Alternate[]): readonly Alternate[] {
  const words = wordsIn(site.settings.lang);
  return [
    { type: "text/csv", title: words.recommendationsSpreadsheet, address: ADDRESSES.recommendationsTable },
    { type: "application/json", title: words.recommendationsData, address: ADDRESSES.recommendationsData },
    ...feeds,
    ...(hasDueDays(site)
      ? [{ type: "text/calendar", title: words.recommendationsCalendar, address: ADDRESSES.recommendationsCalendar }]
      : []),
  ];
}

/** A recommendation as a row of a table on the page at `from`. */
export function recommendationRow(
  { report, recommendation, isOverdue }: TrackedRecommendation,
  from: string,
  lang: Language,
): RecommendationEntry {
  const { frontmatter, committee, path, notice } = report;
  const { label, id, text, outcome, isWithheld } = recommendation;
  const words = wordsIn(lang);
  const progress = formatProgress(outcome, lang);
  const { note = "", evidence } = outcome;
  return {
    name: fillIn(words.recommendationNumber, { label }),
    href: `${relativeAddress(from, reportAddress(path))}#${id}`,
    text,
    lang: otherThan(lang, frontmatter.lang),
    title: frontmatter.title,
    committee: committee?.name ?? "",
    date: frontmatter.date,
    formattedDate: dateIn(lang, frontmatter.date),
    response: report.hasOutcomes ? formatResponse(outcome, notice, lang) : words.responseNotRecorded,
    progress,
    hasProgress: progress !== "" || isOverdue || note !== "" || evidence !== undefined,
    isOverdue,
    isWithheld,
    note,
    evidence: evidence === undefined ? "" : hrefOf(evidence, from),
    isOutward: evidence !== undefined && /^https?:/i.test(evidence),
    evidenceWords: fillIn(words.evidenceFor, { label }),
  };
}
