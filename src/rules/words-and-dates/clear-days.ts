import { bankHolidays } from "../../dates/bank-holidays.ts";
import { addDays, formatDate, weekdayOf } from "../../dates/calendar-date.ts";
import type { Jurisdiction } from "../../model/settings.ts";
import type { CalendarDate } from "../../model/source.ts";
import { type RaiseFound, rule, type Subjects } from "../rule.ts";

/**
 * A report must be open to the public for five clear days before its meeting (Local Government Act 1972, section
 * 100B(3), as amended by S.I. 2002/715 for England). The day of publication and that of the meeting do not count, nor
 * do weekends and bank holidays (R v Swansea City Council, ex parte Elitestone Ltd [1993]). A late paper has its own
 * rule, urgency (section 100B(4)(b)), and says so by `supplement:`. A paper that bears the date of its meeting, as many
 * do, does not say when it was published.
 */
export const clearDays = rule({
  id: "clear-days",
  severity: "warning",
  group: "words-and-dates",
  summary: "there are too few clear days between the date of the report and its meeting",
  remedy: "publish it earlier; or, if it is late, put `supplement: 1` into the frontmatter",
  checks: { frontmatter: check },
});

function check({ frontmatter, placeOf, settings }: Subjects["frontmatter"], raise: RaiseFound): void {
  const { date, meeting, supplement } = frontmatter;
  const { clearDays: required, jurisdiction } = settings;
  if (required === 0 || meeting === undefined || supplement !== undefined || date >= meeting) return;
  const latest = latestDay(meeting, required, jurisdiction);
  if (date <= latest) return;
  const found = countClearDays(date, meeting, jurisdiction);
  const days =
    found === 0 ? "there is no clear day" : found === 1 ? "there is 1 clear day" : `there are ${found} clear days`;
  raise({
    place: placeOf(["date"]),
    message: `${days} between the date of the report, ${formatDate(date)}, and its meeting, ${formatDate(meeting)}; ${required} are required`,
    fix: `publish it by ${formatDate(workingDayBy(latest, jurisdiction))}; or, if it is late, say in it why it is urgent, and put \`supplement: 1\` into the frontmatter`,
    related: { message: "the date of the meeting", place: placeOf(["meeting"]) },
  });
}

/** How many working days lie between two dates, without either. */
function countClearDays(from: CalendarDate, to: CalendarDate, jurisdiction: Jurisdiction): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isWorkingDay(day, jurisdiction)) count++;
  return count;
}

/** The last day on which a report can be published for so many clear days to lie between it and a meeting. */
function latestDay(meeting: CalendarDate, required: number, jurisdiction: Jurisdiction): CalendarDate {
  let day = addDays(meeting, -1);
  for (let count = 0; count < required; day = addDays(day, -1)) if (isWorkingDay(day, jurisdiction)) count++;
  return day;
}

function workingDayBy(day: CalendarDate, jurisdiction: Jurisdiction): CalendarDate {
  return isWorkingDay(day, jurisdiction) ? day : workingDayBy(addDays(day, -1), jurisdiction);
}

function isWorkingDay(day: CalendarDate, jurisdiction: Jurisdiction): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !bankHolidays(Number(day.slice(0, 4)), jurisdiction).has(day);
}
