import { reportAddress } from "../addresses/addresses.ts";
import { addDays } from "../dates/calendar-date.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Site, TrackedRecommendation } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { isClosed } from "../report/outcomes/format-outcome.ts";
import { basic, hostOf } from "./calendars.ts";
import { foldedLine, textValue } from "./icalendar.ts";
import { ADDRESSES, canonicalAddress, type Output } from "./page.ts";

/** The days by which responses, and what was recommended, are due, as a calendar (iCalendar, RFC 5545). */
export const recommendationCalendar: Output = (site) => {
  if (!hasDueDays(site)) return [];
  const { council, lang } = site.settings;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Scrutineer//Recommendations//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${textValue(`${council}: ${wordsIn(lang).recommendations}`)}`,
    ...site.recommendations.flatMap((one) => dueDays(one).flatMap((due) => event(site, one, due))),
    "END:VCALENDAR",
  ];
  const text = lines.map((line) => `${foldedLine(line)}\r\n`).join("");
  return [{ path: ADDRESSES.recommendationsCalendar, content: { text } }];
};

/** Whether anything is due on a day: a calendar without an entry is none. */
export function hasDueDays({ recommendations }: Site): boolean {
  return recommendations.some((one) => dueDays(one).length > 0);
}

interface DueDay {
  readonly kind: "response" | "action";
  readonly day: CalendarDate;
}

function dueDays({ responseDue, recommendation: { outcome } }: TrackedRecommendation): readonly DueDay[] {
  return [
    ...(responseDue === undefined ? [] : [{ kind: "response" as const, day: responseDue }]),
    ...(outcome.due === undefined || isClosed(outcome) ? [] : [{ kind: "action" as const, day: outcome.due }]),
  ];
}

function event(
  site: Site,
  { report, recommendation }: TrackedRecommendation,
  { kind, day }: DueDay,
): readonly string[] {
  const { label, id, text } = recommendation;
  const { title, date } = report.frontmatter;
  const words = wordsIn(site.settings.lang);
  const what = fillIn(words.recommendationOf, { label, title });
  const address = `${reportAddress(report.path)}#${id}`;
  const url = canonicalAddress(site, address);
  return [
    "BEGIN:VEVENT",
    `UID:${kind}.${address}@${hostOf(site)}`,
    // When it was written is not asked of a clock, so that each build writes the same.
    `DTSTAMP:${basic(date)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${textValue(fillIn(kind === "response" ? words.responseDueTo : words.actionDue, { what }))}`,
    `DESCRIPTION:${textValue(text)}`,
    ...(url === "" ? [] : [`URL:${url}`]),
    "END:VEVENT",
  ];
}
