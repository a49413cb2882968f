import type { Report } from "../model/report.ts";
import { ADDRESSES, canonicalAddress, changedOn, type PageSite } from "./page.ts";

/**
 * A report in the terms of schema.org, as JSON that may be in a `<script>` of a page: it holds no `<`, which could end
 * that. Its dates are the report's own.
 */
export function linkedData(site: PageSite, report: Report, address: string): string {
  const { path, frontmatter, committee } = report;
  const { title, summary, date, lang, authors, wards } = frontmatter;
  const url = canonicalAddress(site, address);
  const data = {
    "@context": "https://schema.org",
    "@type": "Report",
    name: title,
    headline: title,
    description: summary,
    inLanguage: lang,
    datePublished: date,
    dateModified: changedOn(report),
    ...(url === "" ? {} : { "@id": url, url }),
    author: authors.map(({ name, role }) => ({ "@type": "Person", name, jobTitle: role })),
    license: site.settings.licence?.url,
    publisher: { "@type": "GovernmentOrganization", name: site.settings.council },
    sourceOrganization: committee && { "@type": "Organization", name: committee.name },
    spatialCoverage: wards.length === 0 ? undefined : wards.map((name) => ({ "@type": "Place", name })),
    encoding:
      url === ""
        ? undefined
        : {
            "@type": "MediaObject",
            encodingFormat: "application/json",
            contentUrl: canonicalAddress(site, ADDRESSES.reportData(path)),
          },
  };
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
