import { reportAddress } from "../addresses/addresses.ts";
import { ADDRESSES, dataAddress, type Output } from "./page.ts";

/**
 * The site's glossary as data. Addresses are below the root of the site, or whole where the settings say where that is.
 */
export const glossaryData: Output = (site) => {
  const abbreviations = site.glossary.map(({ short, meanings }) => ({
    short,
    meanings: meanings.map(({ long, reports }) => ({
      long,
      reports: reports.map(({ report, id }) => ({
        title: report.frontmatter.title,
        date: report.frontmatter.date,
        ...(report.committee === undefined ? {} : { committee: report.committee.name }),
        url: `${dataAddress(site, reportAddress(report.path))}#${id}`,
      })),
    })),
  }));
  const { council } = site.settings;
  const text = `${JSON.stringify({ council, abbreviations }, undefined, 2)}\n`;
  return [{ path: ADDRESSES.abbreviationsData, content: { text } }];
};
