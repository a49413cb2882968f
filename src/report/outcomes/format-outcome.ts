import { addMonths } from "../../dates/calendar-date.ts";
import { dateIn } from "../../dates/format-date.ts";
import { fillIn, wordsIn } from "../../interface/translations.ts";
import type { Outcome } from "../../model/report.ts";
import type { Language } from "../../model/settings.ts";
import type { CalendarDate } from "../../model/source.ts";

/** The months that an executive has for its response. */
const MONTHS_FOR_RESPONSE = 2;

/** Whether nothing more is to be done about a recommendation. */
export function isClosed({ response, status }: Outcome): boolean {
  return response === "rejected" || status === "complete" || status === "withdrawn";
}

/** The day by which a response is due that is awaited, where notice was given. */
export function responseDue(outcome: Outcome, notice: CalendarDate | undefined): CalendarDate | undefined {
  if (notice === undefined || outcome.response !== "awaited" || isClosed(outcome)) return undefined;
  return addMonths(notice, MONTHS_FOR_RESPONSE);
}

/** What is said of a recommendation in one word: the response to it, or how far it has been carried out. */
export type State = Outcome["response"] | NonNullable<Outcome["status"]>;

/** A response or a status in a language. */
export function formatState(state: State, lang: Language): string {
  const words = wordsIn(lang);
  return {
    awaited: words.responseAwaited,
    accepted: words.responseAccepted,
    "accepted in part": words.responseInPart,
    rejected: words.responseRejected,
    "not started": words.statusNotStarted,
    "on track": words.statusOnTrack,
    delayed: words.statusDelayed,
    complete: words.statusComplete,
    withdrawn: words.statusWithdrawn,
  }[state];
}

/** "Accepted (Cabinet, 3 December 2024)", and by when a response is due. */
export function formatResponse(outcome: Outcome, notice: CalendarDate | undefined, lang: Language): string {
  const { response, to, date } = outcome;
  const from = [...(to === undefined ? [] : [to]), ...(date === undefined ? [] : [dateIn(lang, date)])];
  const due = responseDue(outcome, notice);
  return sentences([
    `${formatState(response, lang)}${from.length === 0 ? "" : ` (${from.join(", ")})`}`,
    ...(due === undefined ? [] : [fillIn(wordsIn(lang).responseDueBy, { date: dateIn(lang, due) })]),
  ]);
}

/** "On track. Due by 31 March 2025"; nothing, where nothing is known. */
export function formatProgress(outcome: Outcome, lang: Language): string {
  const { status, due } = outcome;
  return sentences([
    ...(status === undefined ? [] : [formatState(status, lang)]),
    ...(due === undefined ? [] : [fillIn(wordsIn(lang).dueBy, { date: dateIn(lang, due) })]),
  ]);
}

function sentences(parts: readonly string[]): string {
  return parts.join(". ");
}
