import type { OpenedReport } from "../report/compile/compile.ts";
import type { Reports } from "./opened-reports.ts";

/** What was made of each opened draft, so that one that has not changed is the same the next time. */
const shown = new WeakMap<OpenedReport, OpenedReport>();

/** The same reports, of which none is a draft: for whoever writes them, and for nothing that is published. */
export function withDraftsShown(reports: Reports): Reports {
  return { ...reports, open: (path) => asReport(reports.open(path)) };
}

/** The paths of the reports that say that they are drafts. */
export function draftsAmong(reports: Reports): ReadonlySet<string> {
  return new Set(reports.paths.filter((path) => isDraft(reports.open(path))));
}

function isDraft(report: OpenedReport | undefined): boolean {
  return report?.reading?.frontmatter.draft === true;
}

function asReport(report: OpenedReport | undefined): OpenedReport | undefined {
  if (report?.reading === undefined || !isDraft(report)) return report;
  const before = shown.get(report);
  if (before !== undefined) return before;
  const { reading } = report;
  const made = { ...report, reading: { ...reading, frontmatter: { ...reading.frontmatter, draft: false } } };
  shown.set(report, made);
  return made;
}
