import { folderPart } from "../addresses/addresses.ts";
import { shortFormSlug } from "../addresses/slugs.ts";
import type { Report } from "../model/report.ts";
import type { SiteAbbreviation, SiteMeaning } from "../model/site.ts";
import { inAlphabet } from "../report/abbreviations/abbreviations.ts";
import { comparable } from "../report/abbreviations/normalise-long-form.ts";

interface Meaning extends SiteMeaning {
  readonly reports: { readonly report: Report; readonly id: string }[];
}

/** Every abbreviation of every report, in alphabetical order, each long form with the reports that use it. */
export function siteGlossary(reports: readonly Report[]): readonly SiteAbbreviation[] {
  const entries = new Map<string, Meaning[]>();
  for (const report of reports) {
    for (const { short, long, id } of report.abbreviations) {
      const meanings = entries.get(short) ?? [];
      const same = meanings.find((meaning) => meaning.long === long || comparable(meaning.long) === comparable(long));
      if (same === undefined) entries.set(short, [...meanings, { long, reports: [{ report, id }] }]);
      else same.reports.push({ report, id });
    }
  }
  const slugs = new Set<string>();
  return [...entries]
    .map(([short, meanings]) => ({ short, meanings }))
    .sort(inAlphabet)
    .map(({ short, meanings }) => ({
      short,
      meanings,
      slug: folderPart(shortFormSlug("", short.normalize("NFKD"), slugs)),
    }));
}
