import { formatDate, toDate } from "../../dates/calendar-date.ts";
import { datesInFigures } from "../../dates/dates-in-text.ts";
import type { RunningText } from "../../text/running-texts.ts";
import { type RaiseFound, rule } from "../rule.ts";

/**
 * A date such as 03/04/2019 in a sentence, which readers take for one of two days. In tables the column says how it is
 * read.
 */
export const dateAmbiguous = rule({
  id: "date-ambiguous",
  severity: "hint",
  group: "words-and-dates",
  summary: "a date here can be read as two days",
  remedy: "write the month in words",
  checks: { runningText: check },
});

function check(running: RunningText, raise: RaiseFound): void {
  const { kind, words, placeAt } = running;
  if (kind === "tableCell") return;
  for (const { start, end, weekday, first, second, year } of datesInFigures(running)) {
    const dayFirst = toDate(year, second, first);
    const monthFirst = toDate(year, first, second);
    if (weekday !== undefined || dayFirst === undefined || monthFirst === undefined || first === second) continue;
    raise({
      place: placeAt(start, end),
      message: `${words.slice(start, end)} can be read as ${formatDate(dayFirst)} or as ${formatDate(monthFirst)}`,
      fix: `write ${formatDate(dayFirst)}, if that is meant`,
    });
  }
}
