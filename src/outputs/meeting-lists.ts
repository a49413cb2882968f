import { relativeAddress } from "../addresses/addresses.ts";
import { dayIn, timeIn } from "../dates/format-date.ts";
import type { MeetingEntry } from "../interface/template-values.ts";
import { wordsIn } from "../interface/translations.ts";
import type { Language } from "../model/settings.ts";
import type { Meeting, Site } from "../model/site.ts";
import { ADDRESSES } from "./page.ts";

/**
 * Meetings on the site's day and after it, soonest first, and those before it, latest first. Where the day is not
 * known, all are in one list, latest first, and are neither next nor last.
 */
export function nextAndLast(
  { today }: Site,
  meetings: readonly Meeting[],
): { readonly next: readonly Meeting[]; readonly last: readonly Meeting[]; readonly undecided: readonly Meeting[] } {
  if (today === undefined) return { next: [], last: [], undecided: meetings };
  return {
    next: meetings.filter(({ date }) => date >= today).toReversed(),
    last: meetings.filter(({ date }) => date < today),
    undecided: [],
  };
}

/** A meeting as a line of a list on the page at `from`. */
export function meetingEntry({ committee, date, details }: Meeting, from: string, lang: Language): MeetingEntry {
  return {
    href: relativeAddress(from, ADDRESSES.meeting(committee.id, date)),
    date,
    formattedDate: dayIn(lang, date),
    committee: committee.name,
    title: details.title ?? "",
    time: details.time === undefined ? "" : timeIn(lang, details.time),
    venue: details.venue ?? "",
    status: formatStatus(details.status, lang),
  };
}

/** "Cancelled", "Postponed", or nothing, in a language. */
export function formatStatus(status: Meeting["details"]["status"], lang: Language): string {
  return status === undefined ? "" : wordsIn(lang)[status];
}

/** The meetings of each committee, by its id, latest first. */
export function byCommittee(meetings: readonly Meeting[]): ReadonlyMap<string, readonly Meeting[]> {
  const groups = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const group = groups.get(meeting.committee.id);
    if (group === undefined) groups.set(meeting.committee.id, [meeting]);
    else group.push(meeting);
  }
  return groups;
}
