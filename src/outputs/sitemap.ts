import { encodePath } from "../addresses/addresses.ts";
import type { OutputFile, Site } from "../model/site.ts";
import { ADDRESSES, addressOf, canonicalAddress, changedOn } from "./page.ts";
import type { Templates } from "./templates.ts";

/** How many addresses a sitemap may hold (sitemaps.org). */
const MOST = 50_000;

/**
 * What search engines are told: which pages there are, with the dates of reports, and that they may be read; of the
 * members' edition, that nothing of it may be.
 */
export function sitemapFiles(site: Site, templates: Templates, files: readonly OutputFile[]): readonly OutputFile[] {
  const maps =
    site.edition === "members" || site.settings.baseUrl === undefined ? [] : sitemaps(site, templates, files);
  const rules = site.edition === "members" ? "Disallow: /" : "Allow: /";
  const sitemap = maps.length === 0 ? "" : `\nSitemap: ${canonicalAddress(site, ADDRESSES.sitemap)}\n`;
  return [...maps, { path: ADDRESSES.robots, content: { text: `User-agent: *\n${rules}\n${sitemap}` } }];
}

function sitemaps(site: Site, templates: Templates, files: readonly OutputFile[]): readonly OutputFile[] {
  const dates = new Map([...site.reports, ...site.withheld].map((item) => [addressOf(item), changedOn(item)]));
  const old = [...site.reports.map(({ frontmatter }) => frontmatter), ...site.withdrawn];
  const leftOut = new Set([
    ...old.flatMap(({ formerly }) => formerly.map((path) => `${encodePath(path)}/`)),
    ...site.withdrawn.map(({ address }) => address),
  ]);
  const pages = files
    .filter(({ path }) => path === "index.html" || path.endsWith("/index.html"))
    .map(({ path }) => encodePath(path.replace(/index\.html$/, "")))
    .filter((address) => !leftOut.has(address))
    .map((address) => ({ address: canonicalAddress(site, address), date: dates.get(address) ?? "" }));
  if (pages.length <= MOST)
    return [{ path: ADDRESSES.sitemap, content: { text: templates.render("sitemap", { pages }) } }];
  const parts = Array.from({ length: Math.ceil(pages.length / MOST) }, (_, index) => ({
    path: ADDRESSES.sitemapPart(index + 1),
    content: { text: templates.render("sitemap", { pages: pages.slice(index * MOST, (index + 1) * MOST) }) },
  }));
  const list = parts.map(({ path }) => ({ address: canonicalAddress(site, path) }));
  return [
    { path: ADDRESSES.sitemap, content: { text: templates.render("sitemap-index", { sitemaps: list }) } },
    ...parts,
  ];
}
