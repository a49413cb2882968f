import { filesOfReport } from "../addresses/addresses.ts";
import type { OutputFile } from "../model/site.ts";
import type { Compiled } from "../report/compile/compile.ts";
import { LISTING } from "./removals.ts";

/**
 * Tells of a file of an old site, by its path, which the new one has no more or has otherwise, whether nothing in it can
 * have been withheld or withdrawn since: the report is public as a whole, or it is a list of what is published, which
 * says no more than the reports do.
 */
export function stillPublic(files: readonly OutputFile[], compiled: readonly Compiled[]): (path: string) => boolean {
  const stay = new Set(files.map(({ path }) => path));
  const ofReports = new Set(
    compiled
      .filter(({ outcome, isWhollyPublic }) => outcome === "published" && isWhollyPublic)
      .flatMap(({ path }) => filesOfReport(path.replace(/\.md$/, "/"))),
  );
  return (path) => {
    if (ofReports.has(path) || NAMED_BY_CONTENT.test(path)) return true;
    return stay.has(path) && (!BY_AUTHORS.test(path) || LISTING.test(path));
  };
}

/** Names that change with what is in the files. */
const NAMED_BY_CONTENT = /^(?:assets|pagefind)\//;
const BY_AUTHORS = /^(?:reports|shared)\//;
