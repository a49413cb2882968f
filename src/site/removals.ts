import { encodePath, pagePath, reportAddress } from "../addresses/addresses.ts";
import type { OutputFile } from "../model/site.ts";
import type { Compiled } from "../report/compile/compile.ts";

export interface Removals {
  /** Addresses, below the root of the site, of pages that would go. */
  readonly addresses: readonly string[];
  /** How many pages of reports the published site holds. */
  readonly published: number;
}

/**
 * The pages of reports that a site holds and a build would remove, though no report there says that it is withheld or
 * was withdrawn. A renamed folder, a lost file or a fault in many reports at once shows itself in these. `old` are
 * paths of files below the site's root.
 */
export function findRemovals(
  old: readonly string[],
  files: readonly OutputFile[],
  compiled: readonly Compiled[],
): Removals {
  const pages = old.filter((path) => /^reports\/.*[^/]\/index\.html$/.test(path) && !LISTING.test(path));
  const stay = new Set(files.map(({ path }) => path));
  for (const { path, formerly, outcome } of compiled) {
    if (outcome !== "withheld" && outcome !== "withdrawn") continue;
    for (const address of [reportAddress(path), ...formerly.map((old) => `${encodePath(old)}/`)])
      stay.add(pagePath(address));
  }
  const gone = pages.filter((path) => !stay.has(path));
  return { addresses: gone.map((path) => path.replace(/index\.html$/, "")), published: pages.length };
}

/** The pages that list reports. */
export const LISTING = /^reports\/(?:(?:page-\d+|by-year(?:\/\d{4}(?:\/page-\d+)?)?)\/)?index\.html$/;

/** Whether a build may remove these pages without being told to: no more of a hundred than the limit. */
export function areWithin(limit: number, { addresses, published }: Removals): boolean {
  return addresses.length * 100 <= published * limit;
}

/** Whoever leaves faulty reports out means to take something down at once, and must not be held up by a few pages. */
export const LIMIT_WHEN_LEAVING_OUT = 50;
