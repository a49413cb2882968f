import { relativeAddress } from "../addresses/addresses.ts";
import { wordsIn } from "../interface/translations.ts";
import { committeesReceiving } from "../model/committees-receiving.ts";
import { compareTexts } from "../text/compare.ts";
import { assetFiles } from "./asset-files.ts";
import { ADDRESSES, crumbsIn, type Output, page } from "./page.ts";
import { authorNames, wardNames } from "./search-records.ts";

/** The page that searches. */
export const searchPage: Output = (site, templates) => {
  if (!site.hasSearch) return [];
  const address = ADDRESSES.search;
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const years = [...new Set(site.reports.map(({ frontmatter }) => frontmatter.date.slice(0, 4)))].sort(compareTexts);
  const committees = new Set(site.reports.flatMap(committeesReceiving).map(({ name }) => name));
  const authors = [...authorNames(site)].sort(([a], [b]) => compareTexts(a, b)).map(([, name]) => name);
  const filters = [
    { name: "committee", label: words.committee, all: words.allCommittees, values: [...committees].sort(compareTexts) },
    { name: "year", label: words.year, all: words.allYears, values: years.reverse() },
    { name: "ward", label: words.ward, all: words.allWards, values: wardNames(site) },
    { name: "author", label: words.author, all: words.allAuthors, values: authors },
  ].filter(({ values }) => values.length > 0);
  const facts = { address, title: words.search, crumbs: [crumbsIn(lang).home] };
  const script = relativeAddress(address, assetFiles(site.settings, templates).searchScript.address);
  return [page({ site, templates }, "search", facts, { script, filters })];
};
