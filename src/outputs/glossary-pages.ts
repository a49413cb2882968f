import { relativeAddress, reportAddress } from "../addresses.ts";
import type { Committee, OutputFile, Site, SiteAbbreviation, SiteMeaning } from "../model.ts";
import { ADDRESSES, CRUMBS, listEntry, type Output, page } from "./page.ts";
import type { Templates, View } from "./templates.ts";

/**
 * The site's glossary, A to Z: every abbreviation of every report, with the reports that use each; the same for each committee;
 * and a page for each abbreviation that does not mean the same in all reports.
 */
export const glossaryPages: Output = (site, templates) => [
  glossaryPage(site, templates, undefined),
  ...site.committees.map((committee) => glossaryPage(site, templates, committee)),
  ...site.glossary.filter(isAmbiguous).map((abbreviation) => meaningsPage(site, templates, abbreviation)),
];

function isAmbiguous({ meanings }: SiteAbbreviation): boolean {
  return meanings.length > 1;
}

function addressOf(committee: Committee | undefined): string {
  return committee === undefined ? ADDRESSES.abbreviations : ADDRESSES.abbreviationsOf(committee.id);
}

function glossaryPage(site: Site, templates: Templates, committee: Committee | undefined): OutputFile {
  const address = addressOf(committee);
  const entries = committee === undefined ? site.glossary : usedBy(committee, site.glossary);
  const letters = Object.entries(groupByLetter(entries)).map(([letter, group]) => ({
    letter,
    id: `letter-${letter.toLowerCase().replace("–", "-")}`,
    entries: group.map((entry) => entryView(entry, address)),
  }));
  const filters = [undefined, ...site.committees].map((filter) => ({
    name: filter?.name ?? "All committees",
    href: relativeAddress(address, addressOf(filter)),
    isCurrent: filter?.id === committee?.id,
  }));
  const title = committee === undefined ? "Abbreviations" : `Abbreviations: ${committee.name}`;
  const crumbs =
    committee === undefined ? [CRUMBS.home] : [CRUMBS.home, CRUMBS.committees, CRUMBS.committee(committee)];
  const view = {
    title: "Abbreviations",
    letters,
    filters: filters.length > 2 ? filters : [],
    committee: committee?.name ?? "",
    count: entries.length === 1 ? "1 abbreviation" : `${entries.length} abbreviations`,
    data: relativeAddress(address, ADDRESSES.abbreviationsData),
    isEmpty: entries.length === 0,
  };
  return page(site, templates, "glossary", { address, title, crumbs }, view);
}

function usedBy(committee: Committee, glossary: readonly SiteAbbreviation[]): readonly SiteAbbreviation[] {
  return glossary.flatMap((entry) => {
    const meanings = entry.meanings
      .map(({ long, reports }) => ({
        long,
        reports: reports.filter(({ report }) => report.committee?.id === committee.id),
      }))
      .filter(({ reports }) => reports.length > 0);
    return meanings.length === 0 ? [] : [{ ...entry, meanings }];
  });
}

function groupByLetter(entries: readonly SiteAbbreviation[]): Readonly<Record<string, readonly SiteAbbreviation[]>> {
  const groups: Record<string, SiteAbbreviation[]> = {};
  for (const entry of entries) {
    const initial = entry.short.normalize("NFKD").charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(initial) ? initial : "0–9";
    groups[letter] = [...(groups[letter] ?? []), entry];
  }
  return groups;
}

function entryView(entry: SiteAbbreviation, from: string): View {
  return {
    short: entry.short,
    meanings: entry.meanings.map((meaning) => meaningView(meaning, from)),
    href: isAmbiguous(entry) ? relativeAddress(from, ADDRESSES.abbreviation(entry.slug)) : "",
  };
}

function meaningView({ long, reports }: SiteMeaning, from: string): View {
  return {
    long,
    reports: reports.map(({ report, id }) => ({
      title: report.frontmatter.title,
      href: `${relativeAddress(from, reportAddress(report.path))}#${id}`,
    })),
  };
}

function meaningsPage(site: Site, templates: Templates, { short, slug, meanings }: SiteAbbreviation): OutputFile {
  const address = ADDRESSES.abbreviation(slug);
  const view = {
    short,
    count: `${meanings.length}`,
    meanings: meanings.map(({ long, reports }, index) => ({
      long,
      id: `meaning-${index + 1}`,
      reports: reports.map(({ report, id }) => {
        const entry = listEntry(report, address);
        return { ...entry, href: `${entry["href"]}#${id}` };
      }),
    })),
  };
  const crumbs = [CRUMBS.home, { text: "Abbreviations", address: ADDRESSES.abbreviations }];
  return page(site, templates, "abbreviation", { address, title: `${short}: what it stands for`, crumbs }, view);
}
