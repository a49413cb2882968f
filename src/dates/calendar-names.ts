import type { Frontmatter } from "../model/report.ts";

type Lang = Frontmatter["lang"];

const ENGLISH_MONTHS = [
  "January|Jan",
  "February|Feb",
  "March|Mar",
  "April|Apr",
  "May",
  "June|Jun",
  "July|Jul",
  "August|Aug",
  "September|Sept|Sep",
  "October|Oct",
  "November|Nov",
  "December|Dec",
];

const ENGLISH_WEEKDAYS = [
  "Sunday|Sun",
  "Monday|Mon",
  "Tuesday|Tues|Tue",
  "Wednesday|Weds|Wed",
  "Thursday|Thurs|Thur|Thu",
  "Friday|Fri",
  "Saturday|Sat",
];

/** With the forms that they have after "o" and the like. */
const WELSH_MONTHS = [
  "Ionawr",
  "Chwefror",
  "Mawrth|Fawrth",
  "Ebrill",
  "Mai|Fai",
  "Mehefin|Fehefin",
  "Gorffennaf|Orffennaf",
  "Awst",
  "Medi|Fedi",
  "Hydref",
  "Tachwedd|Dachwedd",
  "Rhagfyr|Ragfyr",
];

/** Only after "dydd": "Mawrth" by itself is a month, too, and "Iau" are livers. */
const WELSH_WEEKDAYS = ["Sul", "Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn"].map(
  (name) => `Dydd ${name}|dydd ${name}|Ddydd ${name}|ddydd ${name}`,
);

/** Names that are in a text, each with its number, and a pattern that finds them. */
interface Names {
  readonly numbers: ReadonlyMap<string, number>;
  readonly pattern: string;
}

/**
 * The names of months and weekdays in a language, and how it writes them itself. In a Welsh text the English ones are
 * read, too.
 */
export interface CalendarNames {
  /** January is 1. */
  readonly months: Names;
  /** Sunday is 0. */
  readonly weekdays: Names;
  readonly monthName: (month: number) => string;
  readonly weekdayName: (weekday: number) => string;
  /** A pattern of what is after the day's figures. */
  readonly ordinal: string;
}

const english: CalendarNames = {
  months: namesOf([ENGLISH_MONTHS], 1),
  weekdays: namesOf([ENGLISH_WEEKDAYS], 0),
  monthName: (month) => firstForm(ENGLISH_MONTHS, month - 1),
  weekdayName: (weekday) => firstForm(ENGLISH_WEEKDAYS, weekday),
  ordinal: "st|nd|rd|th",
};

const welsh: CalendarNames = {
  months: namesOf([ENGLISH_MONTHS, WELSH_MONTHS], 1),
  weekdays: namesOf([ENGLISH_WEEKDAYS, WELSH_WEEKDAYS], 0),
  monthName: (month) => firstForm(WELSH_MONTHS, month - 1),
  weekdayName: (weekday) => firstForm(WELSH_WEEKDAYS, weekday),
  ordinal: "st|nd|rd|th|af|il|ydd|fed|ed|eg|ain",
};

export function calendarNames(lang: Lang): CalendarNames {
  return lang === "cy" ? welsh : english;
}

function namesOf(lists: readonly (readonly string[])[], first: number): Names {
  const numbers = new Map<string, number>();
  for (const list of lists) {
    for (const [index, forms] of list.entries()) {
      for (const form of forms.split("|")) numbers.set(form, index + first).set(form.toUpperCase(), index + first);
    }
  }
  const longestFirst = [...numbers.keys()].sort((a, b) => b.length - a.length);
  return { numbers, pattern: longestFirst.join("|") };
}

function firstForm(forms: readonly string[], index: number): string {
  return forms[index]?.split("|", 1)[0] ?? "";
}
