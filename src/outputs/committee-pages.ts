import { relativeAddress } from "../addresses/addresses.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import { committeesReceiving } from "../model/committees-receiving.ts";
import type { Committee } from "../model/settings.ts";
import type { AgendaItem, Meeting, OutputFile, Site } from "../model/site.ts";
import { committeeFeed } from "./feeds.ts";
import { latestFirst } from "./listings.ts";
import { byCommittee, meetingEntry, nextAndLast } from "./meeting-lists.ts";
import { ADDRESSES, committeeLink, crumbsIn, listEntry, type Output, page } from "./page.ts";
import { pagedList } from "./paged-list.ts";
import type { Templates } from "./templates.ts";

/** How many meetings a committee's own page shows of those past and of those to come. */
const SHOWN = 6;

/** The list of committees; for each its page, with its meetings and its reports, and the list of all its meetings. */
export const committeePages: Output = (site, templates) => {
  if (site.committees.length === 0) return [];
  const meetings = byCommittee(site.meetings);
  const reports = new Map<string, AgendaItem[]>(site.committees.map(({ id }) => [id, []]));
  for (const item of latestFirst(site)) {
    for (const { id } of committeesReceiving(item)) reports.get(id)?.push(item);
  }
  return [
    listOfCommittees(site, templates, meetings),
    ...site.committees.flatMap((committee) => {
      const own = meetings.get(committee.id) ?? [];
      return [
        ...committeePage(site, templates, committee, { meetings: own, reports: reports.get(committee.id) ?? [] }),
        ...(own.length === 0 ? [] : listOfMeetings(site, templates, committee, own)),
      ];
    }),
  ];
};

function listOfCommittees(
  site: Site,
  templates: Templates,
  meetings: ReadonlyMap<string, readonly Meeting[]>,
): OutputFile {
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const address = ADDRESSES.committees;
  const committees = site.committees.map((committee) => {
    const { next, last, undecided } = nextAndLast(site, meetings.get(committee.id) ?? []);
    const [toCome, past] = [next[0], last[0]];
    const meeting = toCome ?? past ?? undecided[0];
    return {
      ...committeeLink(committee, address),
      which: `${toCome !== undefined ? words.nextMeeting : past !== undefined ? words.lastMeeting : words.meeting}:`,
      meeting: meeting === undefined ? (false as const) : meetingEntry(meeting, address, lang),
    };
  });
  const title = words.committees;
  return page(
    { site, templates },
    "committees",
    { address, title, crumbs: [crumbsIn(lang).home] },
    { title, committees },
  );
}

/** What a committee met for, and what it received. */
interface OfCommittee {
  readonly meetings: readonly Meeting[];
  readonly reports: readonly AgendaItem[];
}

function committeePage(
  site: Site,
  templates: Templates,
  committee: Committee,
  { meetings, reports }: OfCommittee,
): readonly OutputFile[] {
  const { lang } = site.settings;
  const crumbs = crumbsIn(lang);
  const { next, last, undecided } = nextAndLast(site, meetings);
  const feeds = committeeFeed(site, committee, reports);
  const isMore = [next, last, undecided].some(({ length }) => length > SHOWN);
  return pagedList(site, templates, {
    template: "committee",
    address: ADDRESSES.committee(committee.id),
    title: committee.name,
    crumbs: [crumbs.home, crumbs.committees],
    alternates: feeds,
    items: reports,
    noun: "report",
    view: ({ items, address, isFirst, frame }) => ({
      ...frame,
      hasMeetings: isFirst && meetings.length > 0,
      next: next.slice(0, SHOWN).map((meeting) => ({ ...meetingEntry(meeting, address, lang), committee: "" })),
      last: last.slice(0, SHOWN).map((meeting) => ({ ...meetingEntry(meeting, address, lang), committee: "" })),
      undecided: undecided
        .slice(0, SHOWN)
        .map((meeting) => ({ ...meetingEntry(meeting, address, lang), committee: "" })),
      all: isMore ? relativeAddress(address, ADDRESSES.meetingsOf(committee.id)) : "",
      allMeetings: fillIn(wordsIn(lang).allMeetings, { count: String(meetings.length) }),
      feeds: feeds.map((feed) => ({ href: relativeAddress(address, feed.address) })),
      calendar: relativeAddress(address, ADDRESSES.calendarOf(committee.id)),
      recommendations: site.recommendations.some(({ report }) => report.committee?.id === committee.id)
        ? relativeAddress(address, ADDRESSES.recommendationsOf(committee.id))
        : "",
      abbreviations: relativeAddress(address, ADDRESSES.abbreviationsOf(committee.id)),
      reports: items.map((item) => ({ ...listEntry(item, address, lang), committee: "" })),
    }),
  });
}

function listOfMeetings(
  site: Site,
  templates: Templates,
  committee: Committee,
  meetings: readonly Meeting[],
): readonly OutputFile[] {
  const { lang } = site.settings;
  const crumbs = crumbsIn(lang);
  return pagedList(site, templates, {
    template: "meetings",
    address: ADDRESSES.meetingsOf(committee.id),
    title: fillIn(wordsIn(lang).meetingsOf, { committee: committee.name.replace(/^the /i, "") }),
    crumbs: [crumbs.home, crumbs.committees, crumbs.committee(committee)],
    items: meetings,
    noun: "meeting",
    view: ({ items, address, frame }) => ({
      ...frame,
      meetings: items.map((meeting) => ({ ...meetingEntry(meeting, address, lang), committee: "" })),
    }),
  });
}
