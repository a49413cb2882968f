import type { CalendarDate } from "../model/source.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

type Reading = { readonly date: CalendarDate } | { readonly problem: string; readonly fix: string };

const EXAMPLES = "write it as 2019-03-24 or 24 March 2019";

/**
 * Reads `2019-03-24` or `24 March 2019`; anything else, and a day that no calendar has, comes back as a problem and its
 * fix.
 */
export function readCalendarDate(text: string): Reading {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return realDate(text, Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const words = /^(\d{1,2}) +([A-Za-z]+)\.? +(\d{4})$/.exec(text);
  if (words) {
    const month = MONTHS.findIndex((name) => name.toLowerCase() === words[2]?.toLowerCase()) + 1;
    if (month > 0) return realDate(text, Number(words[3]), month, Number(words[1]));
  }

  const slashes = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (slashes) return ambiguous(Number(slashes[1]), Number(slashes[2]), Number(slashes[3]));
  return { problem: "is not a date in a form that is understood", fix: EXAMPLES };
}

function realDate(text: string, year: number, month: number, day: number): Reading {
  const date = toDate(year, month, day);
  if (date !== undefined) return { date };
  const last = month >= 1 && month <= 12 ? daysInMonth(year, month) : undefined;
  const why =
    last === undefined ? `there is no month ${month}` : `${MONTHS[month - 1]} ${year} has ${last} days, not ${day}`;
  return { problem: `is a date that does not exist: ${why}`, fix: `put the right day in place of ${text}` };
}

function ambiguous(first: number, second: number, year: number): Reading {
  const readings = [toDate(year, second, first), toDate(year, first, second)];
  const offered = [...new Set(readings.filter((date) => date !== undefined))];
  if (offered.length === 0) return { problem: "is a date that does not exist", fix: EXAMPLES };
  const written = offered.map((date) => `${date} (${formatDate(date)})`);
  const problem =
    offered.length > 1
      ? `can be read as ${offered.map(formatDate).join(" or as ")}`
      : "is not a date in a form that is understood";
  return { problem, fix: `write ${written.join(" or ")}` };
}

/** The date of a day, a month from 1 and a year from 1000; `undefined` where the calendar has none. */
export function toDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** A date as readers see it: "24 March 2019". */
export function formatDate(date: CalendarDate): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** How many days a month from 1 has in a year of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of the week: 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The date so many days later, or earlier where they are below 0. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}

/** The same day so many months later; in a month that has no such day, its last one. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
