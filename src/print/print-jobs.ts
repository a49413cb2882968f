import type { Site } from "../model/site.ts";
import type { Attachments, PrintJob } from "./print-document.ts";
import { printPacks } from "./print-pack.ts";
import { printReport } from "./print-report.ts";

/**
 * Every PDF of a site: one for each report, and the packs of each meeting. `attachments` are the files of the content
 * folder.
 */
export function printJobs(site: Site, attachments: Attachments): readonly PrintJob[] {
  return [
    ...site.reports.map((report) => printReport(site, report)),
    ...site.meetings.flatMap((meeting) => printPacks(site, meeting, attachments)),
  ];
}
