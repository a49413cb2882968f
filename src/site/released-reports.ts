import { stubAddress } from "../addresses/addresses.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Frontmatter } from "../model/report.ts";
import type { CalendarDate } from "../model/source.ts";
import type { OpenedReport } from "../report/compile/compile.ts";
import { UNEXPLAINED } from "../report/frontmatter/forms.ts";
import type { Reports } from "./opened-reports.ts";

/** What was made of each opened report whose release has taken effect, so that one that has not changed is the same the next time. */
const made = new WeakMap<OpenedReport, OpenedReport>();

/**
 * The same reports, of which those are public whose release has come by the day that was given. This is the only place where a release
 * takes effect: whatever asks whether a report is withheld asks one of these. Where no day is given, nobody knows that one has come.
 */
export function withReleases(reports: Reports, today: CalendarDate | undefined): Reports {
  return { ...reports, open: (path) => released(reports.open(path), today) };
}

function released(report: OpenedReport | undefined, today: CalendarDate | undefined): OpenedReport | undefined {
  const { reading } = report ?? {};
  const release = reading?.frontmatter.release;
  if (report === undefined || reading === undefined || release === undefined) return report;
  if (reading.confidentiality === "public" || today === undefined || release.date > today) return report;
  const before = made.get(report);
  if (before !== undefined) return before;
  const { confidentiality } = reading;
  const from = confidentiality === "withheld without a reason" ? UNEXPLAINED : confidentiality;
  const { publicTitle, formerly } = reading.frontmatter;
  // Where a public title was in the address of its stub, that address leads on to the report.
  const stub = decodeURIComponent(stubAddress(report.source.path, publicTitle)).replace(/\/$/, "");
  const isElsewhere = stub !== report.source.path.replace(/\.md$/, "") && !formerly.includes(stub);
  const frontmatter: Frontmatter = {
    ...reading.frontmatter,
    released: { ...release, from },
    formerly: isElsewhere ? [...formerly, stub] : formerly,
  };
  const now: OpenedReport = { ...report, reading: { ...reading, confidentiality: "public", frontmatter } };
  made.set(report, now);
  return now;
}

/** Raises that a report is withheld though it says when it is released: its day has not come, or nobody said what day it is. */
export function raiseReleaseNotDue(
  report: OpenedReport | undefined,
  today: CalendarDate | undefined,
  raise: Raise,
): void {
  const { reading } = report ?? {};
  if (reading === undefined) return;
  const { release, released, withdrawn, draft } = reading.frontmatter;
  if (release === undefined || released !== undefined || withdrawn !== undefined || draft) return;
  raise({
    rule: "release-not-due",
    place: reading.placeOf(["released", "date"]),
    ...(today === undefined ? NO_DAY : TOO_EARLY),
    quotesNothing: true,
  });
}

const NO_DAY = {
  message:
    "the report says when it is released, and nothing says what day it is, so it is withheld, and is taken back from the public where it was released before",
  fix: "build and check with `--as-of today`, every time",
};
const TOO_EARLY = {
  message: "the report is released on a later day than that of `--as-of`, so it is still withheld",
  fix: "if the day is right, there is nothing to do until then; else correct it",
};
