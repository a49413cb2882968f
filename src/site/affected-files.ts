import { isOutcomesFile, ownFolder } from "../addresses/addresses.ts";
import { type Content, SETTINGS } from "./content.ts";
import { sortFiles } from "./content-files.ts";
import { withSameAddress } from "./named-files.ts";
import { openedReports } from "./opened-reports.ts";
import { asciiIn, bytesOf, plainestPart } from "./texts-of-files.ts";

/** What a change of some files can reach. */
export interface Affected {
  /** The reports, meetings and plain pages in which something may be found that was not before. */
  readonly files: ReadonlySet<string>;
  /** Whether a file is one of them, belongs to one, or to nothing at all. */
  readonly covers: (path: string) => boolean;
}

/** Where more files than this are changed, all count as affected: that takes less time than to look which are. */
const MANY = 50;

/**
 * The files that a change can affect, in the content as it is after it: reports that are changed or have a changed file
 * in their folder, meetings and plain pages that are changed, all of them that may name a changed file, and those whose
 * address another could take. Differences between the meanings of short forms and the spellings of names are looked for
 * in changed reports only, and committees that no report names any more in changed meetings only.
 */
export function affectedFiles(content: Content, changed: readonly string[]): Affected {
  const { reports: paths, annexTexts, plainFiles } = sortFiles(content, () => {});
  const reports = openedReports(content, paths);
  const annexesOf = (report: string): readonly string[] =>
    [...annexTexts].filter((path) => path.startsWith(ownFolder(report)));
  // No text names the file of outcomes.
  const words = changed.filter((path) => !isOutcomesFile(path)).map(wordOfName);
  const mayName = (file: string): boolean =>
    [file, ...annexesOf(file)].some((path) => {
      const text = percentDecoded(asciiIn(bytesOf(content, path))).replaceAll("\\", "");
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
  const plainPaths = plainFiles.map(({ path }) => path);
  const near = new Set([...paths, ...plainPaths].filter((path) => isAll || isNear(path) || mayName(path)));
  const affected = new Set([...near, ...withSameAddress(near, content, reports, plainFiles)]);
  const known = new Set([...paths, ...plainPaths]);
  const ownerOf = (path: string): string | undefined => (known.has(path) ? path : reports.ownerOf(path));
  return {
    files: affected,
    covers: (path) => {
      const owner = ownerOf(path);
      return owner === undefined || affected.has(owner);
    },
  };
}

/**
 * What is in every address of a file: a part of its name; of a meeting's the whole day, because most reports hold its
 * year.
 */
function wordOfName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  return /^\d{4}-\d\d-\d\d$/.test(name) ? name : plainestPart(name);
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
