import { countNotice } from "../../law/notice-days.ts";
import { type RaiseFound, rule, type Subjects } from "../rule.ts";

/**
 * An item that was not on the agenda in time may be considered only if the chair is of the opinion that it is urgent. A report that is late
 * to an item that was on it is another thing, and asks for nothing of this.
 */
export const urgentItem = rule({
  id: "urgent-item",
  severity: "warning",
  group: "meeting-papers",
  summary: "what is said of an urgent item is not enough, or not needed, for it to be considered",
  remedy: "give the reason and the chair's agreement in `urgency:`, of an item that was not on the agenda in time",
  checks: { frontmatter: check },
});

function check(
  { frontmatter, placeOf, law, noticeDays: required, daysOff }: Subjects["frontmatter"],
  raise: RaiseFound,
): void {
  const { date, meeting, urgency: stated } = frontmatter;
  if (stated === undefined) return;
  const { counting, days, source } = law.notice;
  const place = placeOf(["urgency"]);
  if (meeting === undefined) {
    const message = "`urgency:` is of an item at a meeting, and the report names none";
    raise({ place, message, fix: "name the meeting in `meeting:`, or delete `urgency:`", quotesNothing: true });
    return;
  }
  if (!stated.isAgreedByChair)
    raise({
      place,
      message: `an item that was not on the agenda in time may be considered only if, ${law.urgency.words} (${law.urgency.source}); nothing says that the chair is`,
      fix: "ask the chair, and write `chair-agreed: Yes` when it is so; have the reason put into the minutes",
      quotesNothing: true,
    });
  if (required === 0 || date >= meeting || countNotice(date, meeting, law, daysOff) < required) return;
  const asked = required === days ? `as it must be (${source})` : "as `clear-days:` in `site.yml` asks";
  raise({
    place,
    message: `by its date the report is public for ${required} ${counting} or more before the meeting, ${asked}: an item that was on the agenda for so long needs no urgency`,
    fix: "delete `urgency:`; if the item was added to the agenda later than the report is dated, put that day into `date:`",
    quotesNothing: true,
    related: { message: "the date of the report", place: placeOf(["date"]) },
  });
}
