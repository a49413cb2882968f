import { pdfPath } from "../addresses/addresses.ts";
import { isFromOutside } from "../model/content-error.ts";
import type { OutputFile, Site } from "../model/site.ts";
import { assets } from "./assets.ts";
import { calendars } from "./calendars.ts";
import { committeePages } from "./committee-pages.ts";
import { FaultInOutput } from "./fault-in-output.ts";
import { feeds } from "./feeds.ts";
import { glossaryData } from "./glossary-data.ts";
import { glossaryPages } from "./glossary-pages.ts";
import { headerFile } from "./header-file.ts";
import { homePage } from "./home-page.ts";
import { listings } from "./listings.ts";
import { meetingPages } from "./meeting-pages.ts";
import { notFoundPage } from "./not-found-page.ts";
import type { Output } from "./page.ts";
import { pdfFiles } from "./pdf-files.ts";
import { plainPages } from "./plain-pages.ts";
import { recommendationCalendar } from "./recommendation-calendar.ts";
import { recommendationData } from "./recommendation-data.ts";
import { recommendationFeed } from "./recommendation-feed.ts";
import { recommendationPages } from "./recommendation-pages.ts";
import { reportData, reportsData } from "./report-data.ts";
import { reportPages } from "./report-pages.ts";
import { searchPage } from "./search-page.ts";
import { sitemapFiles } from "./sitemap.ts";
import type { Templates } from "./templates.ts";
import { withdrawnPages } from "./withdrawn-pages.ts";
import { withheldList } from "./withheld-list.ts";
import { withheldPages } from "./withheld-pages.ts";
import { withheldYearPages } from "./withheld-years.ts";

/** Every output of a site but the sitemap, which is made of the others. */
export const outputs: readonly Output[] = [
  homePage,
  reportPages,
  pdfFiles,
  withheldPages,
  withheldList,
  withheldYearPages,
  withdrawnPages,
  listings,
  committeePages,
  meetingPages,
  recommendationPages,
  recommendationData,
  recommendationFeed,
  recommendationCalendar,
  glossaryPages,
  glossaryData,
  reportData,
  reportsData,
  feeds,
  calendars,
  plainPages,
  searchPage,
  notFoundPage,
  headerFile,
  assets,
];

/** What is made of single reports, and of their PDFs; all else shows many reports, or none. */
const ofReports: ReadonlySet<Output> = new Set([reportPages, pdfFiles, reportData]);

/** Every file of the site. Throws `FaultInOutput` where one cannot be made. */
export function makeOutputs(site: Site, templates: Templates): readonly OutputFile[] {
  const pdfsOfReports = new Set(site.reports.map(({ path }) => pdfPath(path)));
  const packs = new Map([...site.pdfs].filter(([path]) => !pdfsOfReports.has(path)));
  const withoutPdfs = { ...site, pdfs: NO_PDFS };
  const putAside = ({ path, content }: OutputFile): OutputFile => ({
    path,
    content: "text" in content ? templates.known.made(content.text) : content,
  });
  const known = (name: string, rest: unknown, make: (site: Site) => readonly OutputFile[]): readonly OutputFile[] =>
    templates.known.files({
      name,
      site: withoutPdfs,
      templates: templates.digest,
      rest,
      make: (same) => make(same).map(putAside),
    });
  const made = (output: Output): readonly OutputFile[] => {
    if (ofReports.has(output)) return output(site, templates).map(putAside);
    // Only what they say of a pack is theirs, and that changes with each paper in it.
    const pdfs = output === meetingPages ? packs : NO_PDFS;
    return known(output.name, [...pdfs], (same) => output({ ...same, pdfs }, templates));
  };
  const files = outputs.flatMap((output) => named(output.name, () => made(output)));
  const paths = files.map(({ path }) => path);
  const sitemap = named("sitemap", () => known("sitemap", paths, (same) => sitemapFiles(same, templates, files)));
  return [...files, ...sitemap];
}

const NO_PDFS: Site["pdfs"] = new Map();

function named<Made>(output: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (isFromOutside(error)) throw error;
    throw new FaultInOutput(output, error);
  }
}
