import { relativeAddress, reportAddress } from "../addresses.ts";
import type { Report, Site } from "../model.ts";
import { comparable, inAlphabet } from "../report/abbreviations.ts";
import { ADDRESSES, type Output, page } from "./page.ts";
import type { View } from "./templates.ts";

interface Meaning {
  readonly long: string;
  readonly reports: Report[];
}

/** The site's glossary, A to Z: every abbreviation of every report, with the reports that use it. */
export const glossaryPage: Output = (site, templates) => {
  const address = ADDRESSES.abbreviations;
  const entries = [...meaningsOf(site)].map(([short, meanings]) => ({ short, meanings })).sort(inAlphabet);
  const groups = new Map<string, View[]>();
  for (const { short, meanings } of entries) {
    const initial = short.normalize("NFKD").charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(initial) ? initial : "0–9";
    const view = { short, meanings: meanings.map((meaning) => meaningView(meaning, address)) };
    groups.set(letter, [...(groups.get(letter) ?? []), view]);
  }
  const letters = [...groups].map(([letter, entriesOfLetter]) => ({
    letter,
    id: `letter-${letter.toLowerCase().replace("–", "-")}`,
    entries: entriesOfLetter,
  }));
  return [
    page(
      site,
      templates,
      "glossary",
      { address, title: "Abbreviations" },
      { letters, count: String(entries.length), isEmpty: entries.length === 0 },
    ),
  ];
};

function meaningsOf(site: Site): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  for (const report of site.reports) {
    for (const { short, long } of report.abbreviations) {
      const known = meanings.get(short) ?? [];
      const same = known.find((meaning) => comparable(meaning.long) === comparable(long));
      if (same) same.reports.push(report);
      else meanings.set(short, [...known, { long, reports: [report] }]);
    }
  }
  return meanings;
}

function meaningView({ long, reports }: Meaning, address: string): View {
  return {
    long,
    reports: reports.map((report) => ({
      title: report.frontmatter.title,
      href: relativeAddress(address, reportAddress(report.path)),
    })),
  };
}
