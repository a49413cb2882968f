import { relativeAddress, reportAddress } from "../addresses/addresses.ts";
import { fillIn, wordsIn } from "../interface/translations.ts";
import type { Committee, Language } from "../model/settings.ts";
import type { OutputFile, Site, SiteAbbreviation, SiteMeaning } from "../model/site.ts";
import { ADDRESSES, crumbsIn, languageOf, listEntry, type Output, otherThan, page } from "./page.ts";
import type { Templates } from "./templates.ts";

/**
 * The site's glossary, A to Z: every abbreviation of every report, with the reports that use each; the same for each
 * committee; and a page for each abbreviation that does not mean the same in all reports.
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
  const { lang } = site.settings;
  const words = wordsIn(lang);
  const all = crumbsIn(lang);
  const address = addressOf(committee);
  const entries = committee === undefined ? site.glossary : usedBy(committee, site.glossary);
  const letters = Object.entries(groupByLetter(entries)).map(([letter, group]) => ({
    letter,
    id: `letter-${letter.toLowerCase().replace("–", "-")}`,
    entries: group.map((entry) => entryView(entry, address, lang)),
  }));
  const filters = [undefined, ...site.committees].map((filter) => ({
    name: filter?.name ?? words.allCommittees,
    href: relativeAddress(address, addressOf(filter)),
    isCurrent: filter?.id === committee?.id,
  }));
  const title =
    committee === undefined ? words.abbreviations : fillIn(words.abbreviationsOf, { committee: committee.name });
  const crumbs = committee === undefined ? [all.home] : [all.home, all.committees, all.committee(committee)];
  const count =
    entries.length === 1
      ? words.abbreviationCountOne
      : fillIn(words.abbreviationCount, { count: String(entries.length) });
  const view = {
    title: words.abbreviations,
    letters,
    filters: filters.length > 2 ? filters : [],
    count:
      committee === undefined
        ? fillIn(words.abbreviationCountFor, { count })
        : fillIn(words.abbreviationCountOf, { count, committee: committee.name }),
    data: relativeAddress(address, ADDRESSES.abbreviationsData),
    isEmpty: entries.length === 0,
  };
  return page({ site, templates }, "glossary", { address, title, crumbs }, view);
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

function entryView(entry: SiteAbbreviation, from: string, lang: Language) {
  return {
    short: entry.short,
    meanings: entry.meanings.map((meaning) => meaningView(meaning, from, lang)),
    href: isAmbiguous(entry) ? relativeAddress(from, ADDRESSES.abbreviation(entry.slug)) : "",
  };
}

function meaningView({ long, reports }: SiteMeaning, from: string, lang: Language) {
  return {
    long,
    reports: reports.map(({ report, id }) => ({
      title: report.frontmatter.title,
      lang: otherThan(lang, languageOf(report, lang)),
      href: `${relativeAddress(from, reportAddress(report.path))}#${id}`,
    })),
  };
}

function meaningsPage(site: Site, templates: Templates, { short, slug, meanings }: SiteAbbreviation): OutputFile {
  const { lang, council } = site.settings;
  const words = wordsIn(lang);
  const above = crumbsIn(lang);
  const address = ADDRESSES.abbreviation(slug);
  const view = {
    short,
    lead: fillIn(words.standsFor, { short, count: String(meanings.length), council }),
    meanings: meanings.map(({ long, reports }, index) => ({
      long,
      id: `meaning-${index + 1}`,
      reports: reports.map(({ report, id }) => {
        const entry = listEntry(report, address, lang);
        return { ...entry, href: `${entry.href}#${id}` };
      }),
    })),
  };
  const crumbs = [above.home, above.abbreviations];
  return page(
    { site, templates },
    "abbreviation",
    { address, title: fillIn(words.whatItStandsFor, { short }), crumbs },
    view,
  );
}
