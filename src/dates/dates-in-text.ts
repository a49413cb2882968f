import type { Frontmatter } from "../model/report.ts";
import type { RunningText } from "../text/running-texts.ts";
import { type CalendarNames, calendarNames } from "./calendar-names.ts";

/** What is in a text in the form of a date, whether or not the calendar has it. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly weekday?: number | undefined;
  readonly day: number;
  /** Lacking in the first of "Monday 8 and Tuesday 9 April" alone, where it is taken from the second. */
  readonly month: number;
  readonly year?: number | undefined;
  readonly form: "day first" | "month first" | "figures";
  /** Whether "st", "nd" or the like is after the day. */
  readonly isOrdinal: boolean;
}

type Partial = Omit<WrittenDate, "month"> & { readonly month?: number | undefined };
type Lang = Frontmatter["lang"];

const patterns: Readonly<Record<Lang, Readonly<Record<"inAny" | "dayFirst" | "monthFirst" | "figures", RegExp>>>> = {
  "en-GB": patternsFor(calendarNames("en-GB")),
  cy: patternsFor(calendarNames("cy")),
};

/** No blanks without end are between the parts, so that a pattern's work at one place is bounded. */
function patternsFor({ months, weekdays, ordinal }: CalendarNames) {
  const weekday = `(?<weekday>${weekdays.pattern})\\.?`;
  const year = "(?<year>\\d{4})(?!\\d|/\\d|[-–]\\d\\d(?!\\d))";
  // Looked at first, because it lets most places go by at once.
  const begins = "(?=[\\dA-Zd])";
  const apart = "(?<![\\p{L}\\p{N}£$€#])(?<!\\p{N}[.,:/])(?<!\\p{L}[-–])";
  const end = "(?![\\p{L}\\p{N}]|[.,:/]\\d)";
  const day = `(?<day>\\d{1,2})(?<ordinal>${ordinal})?`;
  return {
    // No date is without a name or a whole year.
    inAny: new RegExp(`${begins}(?:${weekdays.pattern}|${months.pattern}|\\d{4}-\\d\\d-)`, "u"),
    dayFirst: new RegExp(
      `${begins}${apart}(?:${weekday}(?:,?\\s{1,3}(?:the\\s{1,3})?|\\s?\\())?${day}(?:\\s{1,3}(?:of\\s{1,3}|o\\s{1,3})?(?<month>${months.pattern})\\b(?:\\.?,?\\s{1,3}${year})?)?${end}`,
      "gu",
    ),
    monthFirst: new RegExp(
      `${begins}(?<!\\d\\s)${apart}(?:${weekday},?\\s{1,3})?(?<month>${months.pattern})\\.?\\s{1,3}(?:the\\s{1,3})?${day}(?:,?\\s{1,3}${year})?${end}`,
      "gu",
    ),
    figures: new RegExp(
      `${begins}(?<![\\p{L}\\p{N}/.-])(?:${weekday},?\\s{1,3})?(?:(?<isoYear>\\d{4})-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)|(?<first>\\d{1,2})(?<sign>[/.-])(?<second>\\d{1,2})\\k<sign>(?<last>\\d{4}))(?![\\p{L}\\p{N}/]|\\.\\d|-[\\p{L}\\d])`,
      "gu",
    ),
  };
}

/** Finds what is written as a date with a month: in words, or in figures with the year first. In order. */
export function datesIn(running: RunningText): readonly WrittenDate[] {
  const known = found.get(running);
  if (known !== undefined) return known;
  const dates = findDates(running.words, running.lang);
  found.set(running, dates);
  return dates;
}

/** Several checks ask for the same dates. */
const found = new WeakMap<RunningText, readonly WrittenDate[]>();

function findDates(text: string, lang: Lang): readonly WrittenDate[] {
  const { inAny, dayFirst, monthFirst, figures } = patterns[lang];
  if (!/\d/.test(text) || !inAny.test(text)) return [];
  const names = calendarNames(lang);
  const partials: Partial[] = [];
  for (const match of text.matchAll(dayFirst)) {
    const date = dateOfMatch(match, names, "day first");
    if (date.month !== undefined || date.weekday !== undefined) partials.push(date);
  }
  for (const match of text.matchAll(monthFirst)) {
    const date = dateOfMatch(match, names, "month first");
    if (!/\d(?:st|nd|rd|th)?\s{1,3}(?:of\s{1,3})?$/.test(text.slice(Math.max(0, date.start - 12), date.start)))
      partials.push(date);
  }
  for (const match of text.matchAll(figures)) {
    const { weekday, isoYear, isoMonth, isoDay } = match.groups ?? {};
    if (isoYear === undefined || Number(isoMonth) < 1 || Number(isoMonth) > 12) continue;
    partials.push({
      ...stretchOf(match),
      weekday: names.weekdays.numbers.get(weekday ?? ""),
      day: Number(isoDay),
      month: Number(isoMonth),
      year: Number(isoYear),
      form: "figures",
      isOrdinal: false,
    });
  }
  return completed(text, withoutNested(partials));
}

/** A date in figures, day or month first, which the reader must guess. */
export interface WrittenInFigures {
  readonly start: number;
  readonly end: number;
  readonly weekday?: number | undefined;
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** Finds dates such as 03/04/2019. */
export function datesInFigures({ words, lang }: RunningText): readonly WrittenInFigures[] {
  if (!/\d[/.-]\d/.test(words)) return [];
  const { weekdays } = calendarNames(lang);
  return [...words.matchAll(patterns[lang].figures)].flatMap((match) => {
    const { weekday = "", first, second, last } = match.groups ?? {};
    if (first === undefined) return [];
    const stretch = stretchOf(match);
    return [
      {
        ...stretch,
        weekday: weekdays.numbers.get(weekday),
        first: Number(first),
        second: Number(second),
        year: Number(last),
      },
    ];
  });
}

function dateOfMatch(match: RegExpExecArray, names: CalendarNames, form: WrittenDate["form"]): Partial {
  const { weekday = "", day, ordinal, month = "", year } = match.groups ?? {};
  return {
    ...stretchOf(match),
    weekday: names.weekdays.numbers.get(weekday),
    day: Number(day),
    month: names.months.numbers.get(month),
    year: year === undefined ? undefined : Number(year),
    form,
    isOrdinal: ordinal !== undefined,
  };
}

function stretchOf({ 0: { length }, index }: RegExpExecArray) {
  return { start: index, end: index + length };
}

function withoutNested(found: readonly Partial[]): readonly Partial[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return inOrder.filter((date) => {
    if (date.start < end) return false;
    end = date.end;
    return true;
  });
}

/**
 * "Monday 8 and Tuesday 9 April 2019", "Monday 30 December to Thursday 2 January 2020": the first takes its year from
 * the second.
 */
const TOGETHER = /^(?:,|,? ?(?:and|or|to|until|a|i|neu) |\s?[-–—&]\s?|\/)?\s?$/u;

function completed(text: string, partials: readonly Partial[]): readonly WrittenDate[] {
  const dates: WrittenDate[] = [];
  let next: WrittenDate | undefined;
  for (const partial of [...partials].reverse()) {
    const between = next === undefined ? undefined : text.slice(partial.end, next.start).replace(/\s/g, " ");
    const isTogether = between !== undefined && between.length < 12 && between !== "" && TOGETHER.test(between);
    const date = withMonth(partial, isTogether ? next : undefined);
    if (date !== undefined) dates.push(date);
    next = date;
  }
  return dates.reverse();
}

function withMonth(partial: Partial, next: WrittenDate | undefined): WrittenDate | undefined {
  const { month, year } = partial;
  if (month !== undefined) {
    if (year !== undefined || next?.year === undefined) return { ...partial, month };
    const isYearBefore = month > next.month || (month === next.month && partial.day > next.day);
    return { ...partial, month, year: isYearBefore ? next.year - 1 : next.year };
  }
  if (next === undefined || partial.day >= next.day) return undefined;
  return { ...partial, month: next.month, year: next.year };
}
