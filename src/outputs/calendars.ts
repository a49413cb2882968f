import { nameSlug } from "../addresses/slugs.ts";
import { readAddress } from "../addresses/web-addresses.ts";
import { addDays } from "../dates/calendar-date.ts";
import { wordsIn } from "../interface/translations.ts";
import type { Committee } from "../model/settings.ts";
import type { Meeting, OutputFile, Site } from "../model/site.ts";
import { foldedLine, textValue } from "./icalendar.ts";
import { byCommittee, formatStatus } from "./meeting-lists.ts";
import { ADDRESSES, canonicalAddress, type Output } from "./page.ts";

/** The meetings of each committee as a calendar (iCalendar, RFC 5545). Of reports they say nothing. */
export const calendars: Output = (site) => {
  const meetings = byCommittee(site.meetings);
  return site.committees.flatMap((committee) => {
    const own = meetings.get(committee.id) ?? [];
    return own.length === 0 ? [] : [calendar(site, committee, own)];
  });
};

/**
 * The rules by which clocks in the United Kingdom go back and forth since 1996 (the Summer Time Orders 1997 and 2002).
 */
const LONDON = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZNAME:BST",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZNAME:GMT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
] as const;

function calendar(site: Site, committee: Committee, meetings: readonly Meeting[]): OutputFile {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Scrutineer//Meetings//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${textValue(`${site.settings.council}: ${committee.name}`)}`,
    ...(meetings.some(({ details }) => details.time !== undefined) ? LONDON : []),
    ...meetings.toReversed().flatMap((meeting) => event(site, meeting)),
    "END:VCALENDAR",
  ];
  const text = lines.map((line) => `${foldedLine(line)}\r\n`).join("");
  return { path: decodeURIComponent(ADDRESSES.calendarOf(committee.id)), content: { text } };
}

function event(site: Site, { committee, date, details }: Meeting): readonly string[] {
  const { title, venue, online, status } = details;
  const name = title === undefined ? committee.name : `${committee.name}: ${title}`;
  const url = canonicalAddress(site, ADDRESSES.meeting(committee.id, date));
  const mark = status === undefined ? "" : `${formatStatus(status, site.settings.lang)}: `;
  const property = (of: string, value: string | undefined): readonly string[] =>
    value === undefined || value === "" ? [] : [`${of}:${value}`];
  return [
    "BEGIN:VEVENT",
    `UID:${date}.${textValue(committee.id)}@${hostOf(site)}`,
    // When it was written is not asked of a clock, so that each build writes the same.
    `DTSTAMP:${basic(date)}T000000Z`,
    ...times(date, details),
    `SUMMARY:${textValue(mark + name)}`,
    `STATUS:${status === undefined ? "CONFIRMED" : "CANCELLED"}`,
    ...property("LOCATION", venue && textValue(venue)),
    ...property("DESCRIPTION", online && textValue(`${wordsIn(site.settings.lang).followOnline}: ${online}`)),
    ...property("URL", url),
    "END:VEVENT",
  ];
}

/** A meeting without a time has a whole day. */
function times(date: string, { time, end }: Meeting["details"]): readonly string[] {
  if (time === undefined) return [`DTSTART;VALUE=DATE:${basic(date)}`, `DTEND;VALUE=DATE:${basic(addDays(date, 1))}`];
  const at = (clock: string): string => `TZID=Europe/London:${basic(date)}T${clock.replace(":", "")}00`;
  return [`DTSTART;${at(time)}`, ...(end === undefined ? [] : [`DTEND;${at(end)}`])];
}

/** A day as calendars write it. */
export function basic(date: string): string {
  return date.replaceAll("-", "");
}

/** What makes the name of an entry the site's own in calendars that hold entries of others, too. */
export function hostOf({ settings }: Site): string {
  return readAddress(settings.baseUrl ?? "")?.host ?? nameSlug(settings.council);
}
