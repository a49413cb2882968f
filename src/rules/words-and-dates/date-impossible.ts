import { daysInMonth } from "../../dates/calendar-date.ts";
import { type CalendarNames, calendarNames } from "../../dates/calendar-names.ts";
import { datesIn, datesInFigures, type WrittenDate } from "../../dates/dates-in-text.ts";
import type { RunningText } from "../../text/running-texts.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** Leap years before it came by another rule in England (Calendar (New Style) Act 1750). */
const FIRST_GREGORIAN_YEAR = 1753;
const LEAP_YEAR = 2000;

/** A day that no calendar has: "31 June", "29 February 2023". */
export const dateImpossible = rule({
  id: "date-impossible",
  severity: "warning",
  group: "words-and-dates",
  summary: "a date stands here that no calendar has",
  remedy: "write the day that is meant",
  checks: { runningText: check },
});

function check(running: RunningText, raise: RaiseFound): void {
  const { words, lang, placeAt } = running;
  const names = calendarNames(lang);
  for (const date of datesIn(running)) {
    const { start, end, day, month } = date;
    const days = daysOf(date);
    if (day >= 1 && day <= days) continue;
    if (!isMeantAsDate(words, date)) continue;
    const ofYear = month === 2 && date.year !== undefined ? ` ${date.year}` : "";
    raise({
      place: placeAt(start, end),
      message: `there is no ${day} ${names.monthName(month)}${ofYear}: the month has ${days} days${ofYear === "" ? "" : " in that year"}`,
      fix: day > 31 ? "write the day that is meant" : nearestDays(date, days, names),
    });
  }
  for (const { start, end, first, second, year } of datesInFigures(running)) {
    const isPlausible = first >= 1 && second >= 1 && first <= 31 && second <= 31 && Math.min(first, second) <= 12;
    if (!isPlausible || year < FIRST_GREGORIAN_YEAR || isDay(first, second, year) || isDay(second, first, year))
      continue;
    raise({
      place: placeAt(start, end),
      message: `${words.slice(start, end)} is no date, whether the day or the month comes first`,
      fix: "write the day that is meant, with the month in words",
    });
  }
}

function isDay(day: number, month: number, year: number): boolean {
  return month <= 12 && day <= daysInMonth(year, month);
}

function daysOf({ month, year = LEAP_YEAR }: WrittenDate): number {
  return daysInMonth(year < FIRST_GREGORIAN_YEAR ? LEAP_YEAR : year, month);
}

function nearestDays({ month, year }: WrittenDate, days: number, { monthName }: CalendarNames): string {
  const yearAfter = year === undefined ? "" : ` ${year}`;
  const next = month === 12 ? 1 : month + 1;
  return `write ${days} ${monthName(month)}${yearAfter} or 1 ${monthName(next)}${yearAfter}, or the day that is meant`;
}

const BEFORE_DATE =
  /(?:^|[\s(])(?:by|on|from|until|till|before|after|since|dated|ending|ended|than|to|between|due|at)\s$/i;
/** Words whose numbers count other things than days: "section 31", "a total of 31". */
const BEFORE_NUMBER =
  /(?:^|[\s(])(?:sections?|s|ss|paragraphs?|paras?|regulations?|rules?|articles?|parts?|chapters?|pages?|pp?|items?|rooms?|units?|flats?|numbers?|nos?|tables?|figures?|lines?|bus|routes?|forms?|appendix|annexe?|schedule|clauses?|questions?|recommendations?|plots?|lots?|blocks?|bays?|gates?|platforms?|zones?|volumes?|vols?|weeks?|days?|years?|versions?|issues?|aged?|over|under|about|around|approximately|some|all|only|another|further|additional|other|total of|more than|fewer than|less than|at least|at most|up to)\.?\s$/i;
const AFTER_NAME =
  /^\s(?:Street|Road|Avenue|Lane|Close|Drive|Court|House|Cottages?|Terrace|Gardens|Crescent|Way|Place|Grove|Walk|Row|Square|Hill|Park|View)\b/;
const NAME = /^\s\p{Lu}\p{Ll}/u;
const ENDS = /^(?:$|[.;:)!?]|,(?!\s?\d)|\s(?:at|is|was|will|and|or|in)\s)/;
/** How far the words around a date are looked at, in characters. */
const REACH = 24;

/** Whether figures and a month stand for a day, and not for so many things of that month, a page and a name. */
function isMeantAsDate(text: string, date: WrittenDate): boolean {
  const { start, end, day, year, form, isOrdinal, weekday } = date;
  if (form === "figures") return day <= 31;
  if (weekday !== undefined) return true;
  const before = text.slice(Math.max(0, start - REACH), start).replace(/\s/g, " ");
  const after = text.slice(end, end + REACH).replace(/\s/g, " ");
  if (AFTER_NAME.test(after)) return false;
  const isDated = BEFORE_DATE.test(before);
  if (form === "month first") {
    if (isOrdinal) return true;
    if (year !== undefined && text.slice(start, end).includes(",")) return true;
    return isDated && day <= 31 && (year !== undefined || ENDS.test(after));
  }
  if (BEFORE_NUMBER.test(before) && !/(?:later|earlier|sooner)\s+than\s$/.test(before)) return false;
  if (isOrdinal) return true;
  if (day > 39 || day === 0) return isDated && year !== undefined && day !== 0;
  if (day > 31) return year !== undefined || (isDated && ENDS.test(after));
  return year !== undefined || isDated || !NAME.test(after);
}
