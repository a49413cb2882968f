import { readCalendarDate } from "../dates/calendar-date.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { PlainFileName } from "../report/compile/compile-page.ts";

/**
 * Tells from its path what a Markdown file below `meetings/` or `pages/` is; raises, and gives nothing, where it can be
 * neither.
 */
export function plainFileName(path: string, raise: Raise): PlainFileName | undefined {
  const [folder, ...rest] = path.replace(/\.md$/, "").split("/");
  return folder === "meetings" ? meetingName(path, rest, raise) : pageName(path, rest, raise);
}

function meetingName(path: string, [committee, date, ...more]: readonly string[], raise: Raise) {
  const place = { path, line: 1, column: 1 };
  if (committee === undefined || date === undefined || more.length > 0) {
    const message = "the file of a meeting must be in the folder of its committee, directly below meetings/";
    const fix = "move it to a path such as meetings/children/2019-04-08.md, where children is the committee's id";
    raise({ rule: "file-elsewhere", place, message, fix });
    return undefined;
  }
  const reading = readCalendarDate(date);
  if ("date" in reading && reading.date === date) return { kind: "meeting", path, committee, date } as const;
  const why =
    /^\d{4}-\d{2}-\d{2}$/.test(date) && "problem" in reading ? reading.problem : "is not a date as 2019-04-08";
  raise({
    rule: "meeting-date",
    place,
    message: `the file of a meeting has the day of the meeting as its name, and ${date} ${why}`,
    fix: `name it after the day, year first, as in ${"date" in reading ? reading.date : "2019-04-08"}.md`,
  });
  return undefined;
}

function pageName(path: string, [slug, ...more]: readonly string[], raise: Raise) {
  if (slug !== undefined && slug !== "" && more.length === 0) return { kind: "page", path, slug } as const;
  const message = "a plain page must be directly in pages/";
  const fix = "move it up, to a path such as pages/about.md";
  raise({ rule: "file-elsewhere", place: { path, line: 1, column: 1 }, message, fix });
  return undefined;
}
