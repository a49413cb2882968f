import type { Jurisdiction } from "../model/settings.ts";
import type { CalendarDate } from "../model/source.ts";
import { addDays, toDate, weekdayOf } from "./calendar-date.ts";

const MONDAY = 1;

/**
 * The days on which that law or a proclamation closes banks and offices, of a year from 1974, and Good Friday and
 * Christmas Day.
 */
export function bankHolidays(year: number, jurisdiction: Jurisdiction): ReadonlySet<CalendarDate> {
  const { moved, added, replaced } = PROCLAIMED[jurisdiction];
  const easter = easterSunday(year);
  const christmas = dayOf(year, 12, 25);
  const usual = [
    onWeekday(dayOf(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    ...(year >= FIRST_EARLY_MAY ? [firstMonday(dayOf(year, 5, 1))] : []),
    firstMonday(dayOf(year, 5, 25)),
    firstMonday(dayOf(year, 8, 25)),
    christmas,
    addDays(christmas, 1),
    // Where one of the two falls on a weekend, the Monday, or the Tuesday, is a holiday in its place.
    ...(weekdayOf(christmas) === 6 ? [addDays(christmas, 2), addDays(christmas, 3)] : []),
    ...(weekdayOf(christmas) === 0 ? [addDays(christmas, 2)] : []),
    ...(weekdayOf(christmas) === 5 ? [addDays(christmas, 3)] : []),
  ];
  const ofYear = (date: CalendarDate): boolean => date.startsWith(`${year}-`);
  return new Set([
    ...usual.filter((date) => !replaced.includes(date)),
    ...moved.filter(ofYear),
    ...added.filter(ofYear),
  ]);
}

/** Since when the first Monday in May is one. */
const FIRST_EARLY_MAY = 1978;

interface Proclaimed {
  /** Days that were not kept, because others were in their place. */
  readonly replaced: readonly CalendarDate[];
  readonly moved: readonly CalendarDate[];
  /** Kept in one year alone. */
  readonly added: readonly CalendarDate[];
}

/**
 * Proclamations under section 1(2) and (3) of the Banking and Financial Dealings Act 1971, by which days were moved or
 * added.
 */
const PROCLAIMED: Readonly<Record<Jurisdiction, Proclaimed>> = {
  England: {
    replaced: ["1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"],
    moved: ["1995-05-08", "2002-06-04", "2012-06-04", "2020-05-08", "2022-06-02"],
    added: [
      "1977-06-07", // Silver Jubilee
      "1981-07-29", // wedding of the Prince of Wales
      "1999-12-31", // turn of the millennium
      "2002-06-03", // Golden Jubilee
      "2011-04-29", // wedding of Prince William
      "2012-06-05", // Diamond Jubilee
      "2022-06-03", // Platinum Jubilee
      "2022-09-19", // funeral of Queen Elizabeth II
      "2023-05-08", // coronation of King Charles III
    ],
  },
};

function dayOf(year: number, month: number, day: number): CalendarDate {
  return toDate(year, month, day) ?? `${year}-01-01`;
}

function onWeekday(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** The first Monday from a date on. */
function firstMonday(date: CalendarDate): CalendarDate {
  return addDays(date, (MONDAY - weekdayOf(date) + 7) % 7);
}

/**
 * Easter Sunday of a year of the Gregorian calendar (Butcher's rule, as Meeus gives it in Astronomical Algorithms,
 * chapter 8).
 */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
