import type { CalendarDate } from "../model/source.ts";
import { formatDate, readCalendarDate, toDate, weekdayOf } from "./calendar-date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY = "(?:((?!the\\s)\\p{L}+)[,.]?\\s+)?(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?";
const DAY_FIRST = new RegExp(`^${DAY}(?:\\s+of)?[\\s-]+(\\p{L}+)[.,]?[\\s-]+(\\d{4})$`, "iu");
const MONTH_FIRST = /^(?:(\p{L}+day),?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$|^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * The date that a text can only stand for, as it is accepted; nothing where it is accepted already, in doubt, or wrong.
 */
export function dateMeant(typed: string): string | undefined {
  const words = typed.trim();
  if ("date" in readCalendarDate(words)) return undefined;
  const inFigures = FIGURES.exec(words);
  // The second of the figures is the month, unless both could be.
  if (inFigures !== null)
    return Number(inFigures[1]) > 12
      ? onDay(undefined, realDay(inFigures[3], Number(inFigures[2]), inFigures[1]))
      : undefined;
  const yearFirst = YEAR_FIRST.exec(words);
  if (yearFirst !== null) {
    const [year, month, day] = yearFirst.slice(1).filter((part) => part !== undefined);
    return realDay(year, Number(month), day);
  }
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst !== null) return onDay(dayFirst[1], realDay(dayFirst[4], monthOf(dayFirst[3]), dayFirst[2]));
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst !== null) return onDay(monthFirst[1], realDay(monthFirst[4], monthOf(monthFirst[2]), monthFirst[3]));
  return undefined;
}

/** "March", "Mar" and "Sept" name a month; "Marsh" does not. */
function monthOf(typed = ""): number {
  const lower = typed.toLowerCase();
  const index = MONTHS.findIndex((short) => lower.startsWith(short));
  const name =
    formatDate(`2000-${String(index + 1).padStart(2, "0")}-01`)
      .split(" ")[1]
      ?.toLowerCase() ?? "";
  return index >= 0 && (lower === name || lower.length === 3 || lower === "sept") ? index + 1 : 0;
}

function realDay(year = "", month: number, day = ""): CalendarDate | undefined {
  return toDate(Number(year), month, Number(day));
}

/** The date in words, where the day of the week that is before it is the right one. */
function onDay(weekday: string | undefined, date: CalendarDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  const typed = weekday?.toLowerCase();
  const right = DAYS[weekdayOf(date)] ?? "";
  const isRight = typed === undefined || (typed.length >= 3 && right.startsWith(typed));
  return isRight ? formatDate(date) : undefined;
}
