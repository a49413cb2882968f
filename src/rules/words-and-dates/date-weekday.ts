import { addDays, toDate, weekdayOf } from "../../dates/calendar-date.ts";
import { type CalendarNames, calendarNames } from "../../dates/calendar-names.ts";
import { datesIn, datesInFigures } from "../../dates/dates-in-text.ts";
import type { CalendarDate } from "../../model/source.ts";
import type { RunningText } from "../../text/running-texts.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A day of the week that the date does not fall on: "Tuesday 8 April 2019" was a Monday. */
export const dateWeekday = rule({
  id: "date-weekday",
  severity: "warning",
  group: "words-and-dates",
  summary: "a date here falls on another day of the week than the text says",
  remedy: "look up which of the two is right, and correct the other",
  checks: { runningText: check },
});

function check(running: RunningText, raise: RaiseFound): void {
  const { words, lang, placeAt } = running;
  const names = calendarNames(lang);
  const candidates: readonly Candidate[] = [
    ...datesIn(running).map(({ day, month, year, ...date }) => ({
      ...date,
      readings: year === undefined ? [] : [toDate(year, month, day)],
      year,
    })),
    ...datesInFigures(running).map(({ first, second, year, ...date }) => ({
      ...date,
      readings: [toDate(year, second, first), toDate(year, first, second)],
      year,
    })),
  ];
  for (const { start, end, weekday, readings, year } of candidates) {
    if (weekday === undefined || year === undefined || !isYear(words, end, year)) continue;
    const dates = readings.filter((date) => date !== undefined);
    const [date] = dates;
    if (date === undefined || dates.some((reading) => weekdayOf(reading) === weekday)) continue;
    if (!belongs(running, start)) continue;
    const { weekdayName } = names;
    raise({
      place: placeAt(start, end),
      message: `${written(date, names)} is a ${weekdayName(weekdayOf(date))}, and here it is called a ${weekdayName(weekday)}`,
      fix: `write ${[date, ...nearestOn(weekday, date)].map((one) => `${weekdayName(weekdayOf(one))} ${written(one, names)}`).join(", or ")}`,
    });
  }
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly weekday?: number | undefined;
  readonly year: number | undefined;
  readonly readings: readonly (CalendarDate | undefined)[];
}

/** The last such weekday before a date, and the first after it; the nearer first. */
function nearestOn(weekday: number, date: CalendarDate): readonly CalendarDate[] {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  const both = [addDays(date, ahead), addDays(date, ahead - 7)];
  return ahead <= 3 ? both : both.reverse();
}

function written(date: CalendarDate, { monthName }: CalendarNames): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${monthName(Number(month))} ${year}`;
}

/** Before 1753 England counted by another calendar; and "5 May 1930" before 1974 could be half past seven. */
function isYear(text: string, end: number, year: number): boolean {
  const isHour = year < 1974 && year < 2400 && year % 100 < 60;
  return (
    year >= 1753 &&
    !isHour &&
    !/^(?:\s?(?:hrs|hours|h)\b|(?:\s?[-–]\s?|\sto\s)\d{4}(?!\d))/.test(text.slice(end, end + 12))
  );
}

const NEWSPAPER = /(?:^|\s)The\s$/;

/**
 * Whether the weekday is the date's own, and not the last of several ("Monday and Friday, 1 April …") or a newspaper's
 * name.
 */
function belongs({ words, lang }: RunningText, start: number): boolean {
  const before = words.slice(Math.max(0, start - 24), start);
  if (NEWSPAPER.test(before) && /^Sun\b(?!day)/.test(words.slice(start, start + 4))) return false;
  return !OTHER_WEEKDAY[lang].test(before);
}

const otherWeekday = (lang: RunningText["lang"]): RegExp =>
  new RegExp(`(?:${calendarNames(lang).weekdays.pattern})s?(?:,? (?:and|or|to|until|a|i|neu) |, ?| ?[-–&/] ?)$`, "u");
const OTHER_WEEKDAY = { "en-GB": otherWeekday("en-GB"), cy: otherWeekday("cy") };
