import { formatDate } from "../../dates/calendar-date.ts";
import { type RaiseFound, rule, type Subjects } from "../rule.ts";

/** A report that is dated after the meeting that is to receive it. */
export const reportAfterMeeting = rule({
  id: "report-after-meeting",
  severity: "warning",
  group: "words-and-dates",
  summary: "the report is dated after its meeting",
  remedy: "put the right date into `date:` or `meeting:`",
  checks: { frontmatter: check },
});

function check({ frontmatter: { date, meeting, alsoTo }, placeOf }: Subjects["frontmatter"], raise: RaiseFound): void {
  for (const [index, further] of alsoTo.entries())
    if (date > further.meeting)
      raise({
        place: placeOf(["also-to", index, "meeting"]),
        message: `the report is dated ${formatDate(date)}, and this meeting is before that, on ${formatDate(further.meeting)}`,
        fix: "put the right date into `date:` or `also-to:`",
        related: { message: "the date of the report", place: placeOf(["date"]) },
      });
  if (meeting === undefined || date <= meeting) return;
  raise({
    place: placeOf(["date"]),
    message: `the report is dated ${formatDate(date)}, and its meeting is before that, on ${formatDate(meeting)}`,
    related: { message: "the date of the meeting", place: placeOf(["meeting"]) },
  });
}
