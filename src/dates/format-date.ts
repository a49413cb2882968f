import { wordsIn } from "../interface/translations.ts";
import type { Language } from "../model/settings.ts";
import type { ClockTime } from "../model/site.ts";
import type { CalendarDate } from "../model/source.ts";
import { formatDate, weekdayOf } from "./calendar-date.ts";

const WELSH_MONTHS = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(
  " ",
);
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  "en-GB": ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  cy: ["Dydd Sul", "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn"],
};

/** A date as readers of a language see it: "24 March 2019", "24 Mawrth 2019". */
export function dateIn(lang: Language, date: CalendarDate): string {
  if (lang === "en-GB") return formatDate(date);
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${WELSH_MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** A date with its day of the week: "Sunday 24 March 2019", "Dydd Sul 24 Mawrth 2019". */
export function dayIn(lang: Language, date: CalendarDate): string {
  return `${WEEKDAYS[lang][weekdayOf(date)] ?? ""} ${dateIn(lang, date)}`;
}

/** A time as readers of a language see it: "6.30pm", "10am", "12 noon"; "6.30yp". */
export function timeIn(lang: Language, time: ClockTime): string {
  const words = wordsIn(lang);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  if (hours === 12 && minutes === 0) return words.noon;
  const past = minutes === 0 ? "" : `.${String(minutes).padStart(2, "0")}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? words.am : words.pm}`;
}
