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
import { reportData } from "./report-data.ts";
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
  feeds,
  calendars,
  plainPages,
  searchPage,
  notFoundPage,
  headerFile,
  assets,
];

/** Every file of the site. Throws `FaultInOutput` where one cannot be made. */
export function makeOutputs(site: Site, templates: Templates): readonly OutputFile[] {
  const { made } = templates.known;
  const putAside = ({ path, content }: OutputFile): OutputFile => ({
    path,
    content: "text" in content ? made(content.text) : content,
  });
  const files = outputs.flatMap((output) => named(output.name, () => output(site, templates)).map(putAside));
  return [...files, ...named("sitemap", () => sitemapFiles(site, templates, files)).map(putAside)];
}

function named<Made>(output: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (isFromOutside(error)) throw error;
    throw new FaultInOutput(output, error);
  }
}
