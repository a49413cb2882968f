import { relativeAddress } from "../addresses.ts";
import { withWeekday } from "../calendar-date.ts";
import type { Meeting, Site } from "../model.ts";
import { timeInWords } from "../report/clock-time.ts";
import { ADDRESSES } from "./page.ts";
import type { View } from "./templates.ts";

/** Meetings on the site's day and after it, soonest first, and those before it, latest first. */
export function nextAndLast(
  { asOf = "" }: Site,
  meetings: readonly Meeting[],
): { readonly next: readonly Meeting[]; readonly last: readonly Meeting[] } {
  return {
    next: meetings.filter(({ date }) => date >= asOf).toReversed(),
    last: meetings.filter(({ date }) => date < asOf),
  };
}

/** A meeting as a line of a list on the page at `from`. */
export function meetingEntry({ committee, date, details }: Meeting, from: string): View {
  return {
    href: relativeAddress(from, ADDRESSES.meeting(committee.id, date)),
    date,
    dateInWords: withWeekday(date),
    committee: committee.name,
    title: details.title ?? "",
    time: details.time === undefined ? "" : timeInWords(details.time),
    venue: details.venue ?? "",
    status: statusInWords(details.status),
  };
}

/** "Cancelled", "Postponed", or nothing. */
export function statusInWords(status: Meeting["details"]["status"]): string {
  return status === undefined ? "" : status === "cancelled" ? "Cancelled" : "Postponed";
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
