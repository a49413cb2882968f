import { formatDate } from "../../dates/calendar-date.ts";
import type { Law } from "../../law/law.ts";
import { countNotice, latestPublication } from "../../law/notice-days.ts";
import { type RaiseFound, rule, type Subjects } from "../rule.ts";

/** A report that is late, and an item that is late, are two things in the Acts. */
const LATE =
  "if the item was on the agenda in time and only its report is late, put `supplement: 1` into the frontmatter; if the item is late, too, say why it is urgent in `urgency:`";

/**
 * A report must be open to the public for some days before its meeting: how many, and how they are counted, is in the law of the nation of its committee
 * (`law/`). Of clear days neither the day of publication nor that of the meeting counts, nor do weekends and bank holidays (R v Swansea
 * City Council, ex parte Elitestone Ltd [1993]). A late report to an item that was on the agenda in time says so by
 * `supplement:`, and an item that was not by `urgency:`: what the law asks of that one is another rule.
 * A paper that bears the date of its meeting, as many do, does not say when it was published.
 */
export const clearDays = rule({
  id: "clear-days",
  severity: "warning",
  group: "words-and-dates",
  summary: "there are too few clear days between the date of the report and its meeting",
  remedy: `publish it earlier; ${LATE}`,
  checks: { frontmatter: check },
});

function check(
  { frontmatter, placeOf, law, noticeDays: required, daysOff }: Subjects["frontmatter"],
  raise: RaiseFound,
): void {
  const { date, meeting, supplement, urgency } = frontmatter;
  if (required === 0 || meeting === undefined || date >= meeting) return;
  if (supplement !== undefined || urgency !== undefined) return;
  const latest = latestPublication(meeting, required, law, daysOff);
  if (date <= latest) return;
  const found = countNotice(date, meeting, law, daysOff);
  // On a weekend nobody publishes, and yet it may be early enough.
  if (found >= required) return;
  raise({
    place: placeOf(["date"]),
    message: `${formatFound(found, law, formatDate(date), formatDate(meeting))}; ${required} ${required === 1 ? "is" : "are"} required`,
    fix: `publish it by ${formatDate(latest)}; ${LATE}`,
    ...(law.notice.counting === "days" ? { ownWords: IN_DAYS } : {}),
    related: { message: "the date of the meeting", place: placeOf(["meeting"]) },
  });
}

/** What is said of a report that may not be quoted, where the law asks for days, which need not be clear. */
const IN_DAYS = {
  message: "the date of the report is too few days before its meeting",
  fix: `publish it earlier; ${LATE}`,
};

function formatFound(found: number, { notice }: Law, date: string, meeting: string): string {
  if (notice.counting === "days")
    return `the date of the report, ${date}, is ${found} ${found === 1 ? "day" : "days"} before its meeting, ${meeting}`;
  const days =
    found === 0 ? "there is no clear day" : found === 1 ? "there is 1 clear day" : `there are ${found} clear days`;
  return `${days} between the date of the report, ${date}, and its meeting, ${meeting}`;
}
