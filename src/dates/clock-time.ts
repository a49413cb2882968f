import type { ClockTime } from "../model/site.ts";

type Reading = { readonly time: ClockTime } | { readonly problem: string; readonly fix: string };

const EXAMPLES = "write it as 18:30, 6.30pm or 10am";

/**
 * Reads a time of day: `18:30`, `6.30pm`, `10am`, `noon`. A time that could be in the morning or in the evening comes
 * back as a problem, with both readings offered.
 */
export function readClockTime(typed: string): Reading {
  if (/^(?:12 *)?(?:noon|midday)$/i.test(typed)) return { time: "12:00" };
  const match = /^(\d{1,2})(?:[:.](\d{2}))? *(?:([ap])\.?m\.?)?$/i.exec(typed);
  const [, hour = "", minute = "00", half = ""] = match ?? [];
  const isOfTwelve = half !== "";
  if (match === null || (match[2] === undefined && !isOfTwelve))
    return { problem: "is not a time in a form that is understood", fix: EXAMPLES };
  const hours = Number(hour);
  if (Number(minute) > 59 || hours > (isOfTwelve ? 12 : 23) || (isOfTwelve && hours === 0))
    return { problem: "is a time that does not exist", fix: EXAMPLES };
  if (isOfTwelve) return { time: clock((hours % 12) + (half.toLowerCase() === "p" ? 12 : 0), minute) };
  // A figure alone is how a time in the evening is written, too.
  if (hour.length === 1)
    return {
      problem: "can be read as a time in the morning or in the evening",
      fix: `write ${clock(hours, minute)} or ${clock(hours + 12, minute)}`,
    };
  return { time: clock(hours, minute) };
}

function clock(hours: number, minute: string): ClockTime {
  return `${String(hours).padStart(2, "0")}:${minute}`;
}
