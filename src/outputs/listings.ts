import { relativeAddress } from "../addresses.ts";
import type { Committee, OutputFile, Report, Site, Withheld } from "../model.ts";
import { compareTexts } from "../text-order.ts";
import { ADDRESSES, committeeLink, listEntry, type Output, page } from "./page.ts";
import type { Templates, View } from "./templates.ts";
import { hasWithheld } from "./withheld-list.ts";

const PER_PAGE = 50;
const ON_HOME_PAGE = 10;

/** The home page: the latest reports, and the committees. */
export const homePage: Output = (site, templates) => {
  const address = ADDRESSES.home;
  const view = {
    latest: site.reports.slice(0, ON_HOME_PAGE).map((report) => listEntry(report, address)),
    hasMore: site.reports.length > ON_HOME_PAGE,
    count: String(site.reports.length),
    committees: committeesOf(site).map((committee) => committeeLink(committee, address)),
  };
  return [page(site, templates, "home", { address, title: `${site.settings.council}: scrutiny reports` }, view)];
};

/** Lists of reports, latest first: all of them, and those of each committee. Withheld reports stand in their places. */
export const listings: Output = (site, templates) => [
  ...listing(site, templates, ADDRESSES.reports, "All reports", listed(site)),
  ...committeesOf(site).flatMap(({ id, name }) =>
    listing(
      site,
      templates,
      ADDRESSES.committee(id),
      name,
      listed(site).filter(({ committee }) => committee?.id === id),
    ),
  ),
];

/** The committees of the settings, or where they list none, those that reports name. */
export function committeesOf(site: Site): readonly Committee[] {
  if (site.settings.committees.length > 0) return site.settings.committees;
  const named = new Map(
    [...site.reports, ...site.withheld].flatMap(({ committee }) =>
      committee === undefined ? [] : [[committee.id, committee] as const],
    ),
  );
  return [...named.values()].sort((a, b) => compareTexts(a.name, b.name));
}

/** Reports and the stubs of withheld ones, latest first. */
function listed(site: Site): readonly (Report | Withheld)[] {
  const dateOf = (item: Report | Withheld): string => ("frontmatter" in item ? item.frontmatter.date : item.date);
  return [...site.reports, ...site.withheld].sort((a, b) => compareTexts(dateOf(b), dateOf(a)));
}

function listing(
  site: Site,
  templates: Templates,
  base: string,
  title: string,
  reports: readonly (Report | Withheld)[],
): readonly OutputFile[] {
  const isOfCommittee = base !== ADDRESSES.reports;
  const pages = Math.max(1, Math.ceil(reports.length / PER_PAGE));
  const addressOf = (number: number): string => (number === 1 ? base : `${base}page-${number}/`);
  return Array.from({ length: pages }, (_, index) => {
    const number = index + 1;
    const address = addressOf(number);
    const link = (to: number): View | false =>
      to < 1 || to > pages ? false : { href: relativeAddress(address, addressOf(to)), number: String(to) };
    return page(
      site,
      templates,
      "listing",
      { address, title: number === 1 ? title : `${title}, page ${number}` },
      {
        title,
        hasWithheld: !isOfCommittee && hasWithheld(site),
        count: reports.length === 1 ? "1 report" : `${reports.length} reports`,
        reports: reports
          .slice(index * PER_PAGE, number * PER_PAGE)
          .map((report) => ({ ...listEntry(report, address), ...(isOfCommittee ? { committee: "" } : {}) })),
        pages:
          pages === 1
            ? false
            : { number: String(number), total: String(pages), previous: link(number - 1), next: link(number + 1) },
      },
    );
  });
}
