import { bankHolidays } from "../dates/bank-holidays.ts";
import { addDays, weekdayOf } from "../dates/calendar-date.ts";
import type { CalendarDate } from "../model/source.ts";
import type { Law } from "./law.ts";

/** How many days of notice a meeting has of a paper, counted as the law counts them; `daysOff` are the council's own. */
export function countNotice(
  published: CalendarDate,
  meeting: CalendarDate,
  law: Law,
  daysOff: readonly CalendarDate[],
): number {
  const isClear = law.notice.counting === "clear working days";
  let count = 0;
  for (let day = addDays(published, isClear ? 1 : 0); day < meeting; day = addDays(day, 1))
    if (!isClear || isWorkingDay(day, law, daysOff)) count++;
  return count;
}

/** The last working day on which a paper can be published for a meeting to have so many days of notice of it. */
export function latestPublication(
  meeting: CalendarDate,
  required: number,
  law: Law,
  daysOff: readonly CalendarDate[],
): CalendarDate {
  const isClear = law.notice.counting === "clear working days";
  let day = addDays(meeting, -1);
  for (let count = isClear ? 0 : 1; ; day = addDays(day, -1)) {
    const isWorking = isWorkingDay(day, law, daysOff);
    if (isWorking && count >= required) return day;
    if (isWorking || !isClear) count++;
  }
}

function isWorkingDay(day: CalendarDate, { bankHolidays: division }: Law, daysOff: readonly CalendarDate[]): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6 || daysOff.includes(day)) return false;
  return !bankHolidays(Number(day.slice(0, 4)), division).has(day);
}
