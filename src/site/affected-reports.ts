import { ownFolder } from "../addresses.ts";
import { type Content, SETTINGS } from "../content.ts";
import { sortFiles } from "./content-files.ts";
import { plainestPart, textOf, withSameAddress } from "./named-reports.ts";
import { openedReports } from "./opened-reports.ts";

/** What a change of some files can reach. */
export interface Affected {
  /** The reports in which something may be found that was not before. */
  readonly reports: ReadonlySet<string>;
  /** Whether a file belongs to one of them, or to no report at all. */
  readonly covers: (path: string) => boolean;
}

/** Where more files than this are changed, every report counts as affected: that takes less time than to look which are. */
const MANY = 50;

/**
 * The reports that a change of files can affect, in the content as it is after it: those that are changed or have a changed file in
 * their folder, those that may name one, and those whose address another could take. Differences between the meanings of short forms
 * are looked for in changed reports only.
 */
export function affectedReports(content: Content, changed: readonly string[]): Affected {
  const { reports: paths, annexTexts } = sortFiles(content, () => {});
  const reports = openedReports(content, paths, new WeakMap());
  const annexesOf = (report: string): readonly string[] =>
    [...annexTexts].filter((path) => path.startsWith(ownFolder(report)));
  const words = changed.map((path) => plainestPart(path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "")));
  const mayName = (report: string): boolean =>
    [report, ...annexesOf(report)].some((path) => {
      const text = percentDecoded(textOf(content, path));
      return words.some((word) => text.includes(word));
    });
  const isNear = (report: string): boolean =>
    changed.some(
      (path) =>
        path === report ||
        path.startsWith(ownFolder(report)) ||
        // Without its report, an annex counts as a report itself.
        (path.endsWith(".md") && report.startsWith(ownFolder(path))),
    );
  const isAll = changed.length > MANY || changed.includes(SETTINGS);
  const near = new Set(paths.filter((path) => isAll || isNear(path) || mayName(path)));
  const affected = new Set([...near, ...withSameAddress(near, content, reports)]);
  const ownerOf = (path: string): string | undefined => (paths.includes(path) ? path : reports.ownerOf(path));
  return {
    reports: affected,
    covers: (path) => {
      const owner = ownerOf(path);
      return owner === undefined || affected.has(owner);
    },
  };
}

/** A text in which what an address writes as percent signs and figures is written as itself. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (written) => {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  });
}
