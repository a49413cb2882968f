import type { CalendarDate } from "../model/source.ts";
import { addDays, toDate, weekdayOf } from "./calendar-date.ts";

/** A part of the United Kingdom that has its own bank holidays. */
export type Division = "england-and-wales" | "scotland" | "northern-ireland";

/** The days on which that law or a proclamation closes banks and offices, of a year from 1974, and Good Friday and Christmas Day. */
export function bankHolidays(year: number, division: Division): ReadonlySet<CalendarDate> {
  const usual = new Set(USUAL[division].flatMap((daysOf) => daysOf(year)));
  for (const { instead, of, only } of PROCLAIMED) {
    if (instead.startsWith(`${year}-`) && (only === undefined || only === division)) {
      if (of !== undefined) usual.delete(of);
      usual.add(instead);
    }
  }
  return usual;
}

type DaysOf = (year: number) => readonly CalendarDate[];

/** Days of a month that are kept on a weekday: one on a weekend is moved to the next weekday that is free. */
const onWeekday =
  (month: number, ...days: readonly number[]): DaysOf =>
  (year) => {
    const typed = days.map((day) => dayOf(year, month, day));
    const kept = typed.filter((date) => !isWeekend(date));
    for (const date of typed.filter(isWeekend)) {
      let free = date;
      while (isWeekend(free) || kept.includes(free)) free = addDays(free, 1);
      kept.push(free);
    }
    return kept;
  };

/** The first Monday from a day on. */
const firstMonday =
  (month: number, day: number): DaysOf =>
  (year) => {
    const date = dayOf(year, month, day);
    return [addDays(date, (MONDAY - weekdayOf(date) + 7) % 7)];
  };

/** So many days after Easter Sunday, or before it. */
const fromEaster =
  (days: number): DaysOf =>
  (year) => [addDays(easterSunday(year), days)];

const since =
  (first: number, daysOf: DaysOf): DaysOf =>
  (year) =>
    year < first ? [] : daysOf(year);

const MONDAY = 1;
const GOOD_FRIDAY = fromEaster(-2);
const EASTER_MONDAY = fromEaster(1);
const EARLY_MAY = since(1978, firstMonday(5, 1));
const SPRING = firstMonday(5, 25);
const LATE_SUMMER = firstMonday(8, 25);
const CHRISTMAS = onWeekday(12, 25, 26);

const USUAL: Readonly<Record<Division, readonly DaysOf[]>> = {
  "england-and-wales": [onWeekday(1, 1), GOOD_FRIDAY, EASTER_MONDAY, EARLY_MAY, SPRING, LATE_SUMMER, CHRISTMAS],
  scotland: [
    onWeekday(1, 1, 2),
    GOOD_FRIDAY,
    EARLY_MAY,
    SPRING,
    firstMonday(8, 1),
    since(2007, onWeekday(11, 30)), // St Andrew's Day
    CHRISTMAS,
  ],
  "northern-ireland": [
    onWeekday(1, 1),
    onWeekday(3, 17), // St Patrick's Day
    GOOD_FRIDAY,
    EASTER_MONDAY,
    EARLY_MAY,
    SPRING,
    onWeekday(7, 12), // Battle of the Boyne
    LATE_SUMMER,
    CHRISTMAS,
  ],
};

interface Proclaimed {
  readonly instead: CalendarDate;
  /** The day that was not kept because of it; without one, it was a further day. */
  readonly of?: CalendarDate;
  /** Where alone it was kept. */
  readonly only?: Division;
}

/** Proclamations under section 1(2) and (3) of the Banking and Financial Dealings Act 1971, by which days were moved or added. */
const PROCLAIMED: readonly Proclaimed[] = [
  { instead: "1977-06-07" }, // Silver Jubilee
  { instead: "1981-07-29" }, // wedding of the Prince of Wales
  { instead: "1995-05-08", of: "1995-05-01" },
  { instead: "1999-12-31" }, // turn of the millennium
  { instead: "2002-06-03" }, // Golden Jubilee
  { instead: "2002-06-04", of: "2002-05-27" },
  { instead: "2011-04-29" }, // wedding of Prince William
  { instead: "2012-06-04", of: "2012-05-28" },
  { instead: "2012-06-05" }, // Diamond Jubilee
  { instead: "2020-05-08", of: "2020-05-04" },
  { instead: "2022-06-02", of: "2022-05-30" },
  { instead: "2022-06-03" }, // Platinum Jubilee
  { instead: "2022-09-19" }, // funeral of Queen Elizabeth II
  { instead: "2023-05-08" }, // coronation of King Charles III
  { instead: "2026-06-15", only: "scotland" }, // World Cup
];

function isWeekend(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  return toDate(year, month, day) ?? `${year}-01-01`;
}

/** Easter Sunday of a year of the Gregorian calendar (Butcher's rule, as Meeus gives it in Astronomical Algorithms, chapter 8). */
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
