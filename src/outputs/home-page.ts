import { meetingEntry, nextAndLast } from "./meeting-lists.ts";
import { ADDRESSES, committeeLink, listEntry, type Output, page } from "./page.ts";

const LATEST = 10;
const MEETINGS = 3;

/** The home page: the committees, the next meetings and the last, and the latest reports. */
export const homePage: Output = (site, templates) => {
  const address = ADDRESSES.home;
  const { next, last } = nextAndLast(site, site.meetings);
  const view = {
    latest: site.reports.slice(0, LATEST).map((report) => listEntry(report, address)),
    hasMore: site.reports.length > LATEST,
    count: String(site.reports.length),
    committees: site.committees.map((committee) => committeeLink(committee, address)),
    next: next.slice(0, MEETINGS).map((meeting) => meetingEntry(meeting, address)),
    last: last.slice(0, MEETINGS).map((meeting) => meetingEntry(meeting, address)),
  };
  return [page(site, templates, "home", { address, title: `${site.settings.council}: scrutiny reports` }, view)];
};
