import { formatDate, toDate } from "../../dates/calendar-date.ts";
import { datesInFigures } from "../../dates/dates-in-text.ts";
import type { RunningTextCheck } from "../check.ts";

/** A date such as 03/04/2019 in a sentence, which readers take for one of two days. In tables the column says how it is read. */
export const dateAmbiguous: RunningTextCheck = (running, raise) => {
  const { kind, words, placeAt } = running;
  if (kind === "tableCell") return;
  for (const { start, end, weekday, first, second, year } of datesInFigures(running)) {
    const dayFirst = toDate(year, second, first);
    const monthFirst = toDate(year, first, second);
    if (weekday !== undefined || dayFirst === undefined || monthFirst === undefined || first === second) continue;
    raise({
      rule: "date-ambiguous",
      place: placeAt(start, end),
      message: `${words.slice(start, end)} can be read as ${formatDate(dayFirst)} or as ${formatDate(monthFirst)}`,
      fix: `write ${formatDate(dayFirst)}, if that is meant`,
    });
  }
};
