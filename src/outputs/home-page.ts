import { fillIn, wordsIn } from "../interface/translations.ts";
import { meetingEntry, nextAndLast } from "./meeting-lists.ts";
import { ADDRESSES, committeeLink, listEntry, type Output, page } from "./page.ts";

const LATEST = 10;
const MEETINGS = 3;

/** The home page: the committees, the next meetings and the last, and the latest reports. */
export const homePage: Output = (site, templates) => {
  const { council, lang } = site.settings;
  const words = wordsIn(lang);
  const address = ADDRESSES.home;
  const { next, last, undecided } = nextAndLast(site, site.meetings);
  // The list of all reports has those that are withheld, too.
  const listed = site.reports.length + site.withheld.length;
  const view = {
    latest: site.reports.slice(0, LATEST).map((report) => listEntry(report, address, lang)),
    hasMore: listed > site.reports.slice(0, LATEST).length,
    allOfReports: fillIn(words.allOfReports, { count: String(listed) }),
    lead: fillIn(words.lead, { council }),
    committees: site.committees.map((committee) => committeeLink(committee, address)),
    next: next.slice(0, MEETINGS).map((meeting) => meetingEntry(meeting, address, lang)),
    undecided: undecided.slice(0, MEETINGS).map((meeting) => meetingEntry(meeting, address, lang)),
    last: last.slice(0, MEETINGS).map((meeting) => meetingEntry(meeting, address, lang)),
  };
  return [page({ site, templates }, "home", { address, title: fillIn(words.siteTitle, { council }) }, view)];
};
