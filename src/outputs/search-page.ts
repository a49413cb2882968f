import { relativeAddress } from "../addresses.ts";
import { compareTexts } from "../text-order.ts";
import { ADDRESSES, CRUMBS, type Output, page } from "./page.ts";
import { authorNames } from "./search-records.ts";

/** The page that searches, and its script. */
export const searchPage: Output = (site, templates) => {
  if (!site.hasSearch) return [];
  const address = ADDRESSES.search;
  const years = [...new Set(site.reports.map(({ frontmatter }) => frontmatter.date.slice(0, 4)))].sort(compareTexts);
  const committees = new Set(site.reports.flatMap(({ committee }) => committee?.name ?? []));
  const authors = [...authorNames(site)].sort(([a], [b]) => compareTexts(a, b)).map(([, name]) => name);
  const filters = [
    { name: "committee", label: "Committee", all: "All committees", values: [...committees].sort(compareTexts) },
    { name: "year", label: "Year", all: "All years", values: years.reverse() },
    { name: "author", label: "Author", all: "All authors", values: authors },
  ].filter(({ values }) => values.length > 0);
  const facts = { address, title: "Search", crumbs: [CRUMBS.home] };
  return [
    page(site, templates, "search", facts, { script: relativeAddress(address, ADDRESSES.searchScript), filters }),
    { path: ADDRESSES.searchScript, content: { text: templates.searchScript } },
  ];
};
