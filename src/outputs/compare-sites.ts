import { filesOfReport } from "../addresses/addresses.ts";
import type { ManifestEntries } from "./manifest.ts";

/** In what a published site differs from the one that the content makes: a file is missing, is another, or is there and should not be. */
export interface Difference {
  readonly kind: "missing" | "other" | "more";
  readonly path: string;
}

/** The differences of a published site, in the order of paths. `others` are files beyond those that were read; of `unread` nothing is known. */
export function differencesOf(
  expected: ManifestEntries,
  published: ManifestEntries,
  others: readonly string[],
  unread: ReadonlyMap<string, unknown>,
): readonly Difference[] {
  const own = [...expected].flatMap(([path, entry]): readonly Difference[] => {
    if (unread.has(path)) return [];
    const there = published.get(path);
    if (there === undefined) return others.includes(path) ? [{ kind: "other", path }] : [{ kind: "missing", path }];
    return there.sha256 === entry.sha256 && there.bytes === entry.bytes ? [] : [{ kind: "other", path }];
  });
  const more = [...new Set([...published.keys(), ...others])].filter((path) => !expected.has(path));
  const all: readonly Difference[] = [...own, ...more.map((path) => ({ kind: "more" as const, path }))];
  return all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Where a host may still have what was taken down: the PDF and the data of each report's page that has none in the site, such as those of a
 * report that is withheld or withdrawn by now, and the packs of meetings. They are told from public addresses alone.
 */
export function doubtfulPaths(paths: Iterable<string>): readonly string[] {
  return [...paths].flatMap((path) => {
    const report = /^reports\/.+\/(?=index\.html$)/.exec(path)?.[0];
    if (report !== undefined) return filesOfReport(report).slice(1);
    const meeting = /^committees\/[^/]+\/\d{4}-\d\d-\d\d\/(?=index\.html$)/.exec(path)?.[0];
    return meeting === undefined ? [] : [`${meeting}pack.pdf`];
  });
}
