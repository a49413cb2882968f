import { filesOfReport, oneSpelling, ownFolder } from "../addresses/addresses.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Compiled } from "../report/compile/compile.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";

/**
 * Raises reports, stubs, old addresses and plain pages of which two would stand at one address, or one where the site's own pages do.
 * Addresses that differ in capitals or in the way accents are written are one on many servers and disks.
 */
export function raiseClashes(
  compiled: readonly Compiled[],
  plainFiles: readonly CompiledPlainFile[],
  raise: Raise,
): void {
  const taken = new Map<string, string>();
  const take = (address: string, path: string): void => {
    const place = { path, line: 1, column: 1 };
    const key = oneSpelling(address);
    const other = taken.get(key);
    if (other === undefined) taken.set(key, path);
    if (other !== undefined && other !== path) {
      raise({
        rule: "output-path-twice",
        place,
        message: `this ${kindOf(path)} and ${other} would be published at one address, /${address}`,
        fix: "rename one of the two files, or take the address out of `formerly:`",
        related: { message: `the other ${kindOf(other)}`, place: { path: other, line: 1, column: 1 } },
      });
    }
    if (OWN_LISTS.test(key) || OWN_FILES.test(key)) {
      const message = `the site's own ${OWN_FILES.test(key) ? "files" : "lists"} are published at /${address}`;
      raise({
        rule: "output-path-twice",
        place,
        message,
        fix: "rename the file or its folder, or take the address out of `formerly:`",
      });
    }
  };
  for (const { path, report, stub } of compiled) {
    if (stub !== undefined) take(stub.address, path);
    else if (report !== undefined) take(ownFolder(path), path);
  }
  for (const { name, path, content } of plainFiles) {
    if (name.kind === "page" && content !== undefined) take(`${name.slug}/`, path);
  }
  for (const { path, report } of compiled) for (const old of report?.frontmatter.formerly ?? []) take(`${old}/`, path);
  for (const { path, report } of compiled) if (report !== undefined) raisePagesForFiles(path, taken, raise);
}

/** An old address may be that of a file, which would then be a folder, too. */
function raisePagesForFiles(reportPath: string, taken: ReadonlyMap<string, string>, raise: Raise): void {
  for (const address of filesOfReport(ownFolder(reportPath))) {
    const path = taken.get(oneSpelling(`${address}/`));
    if (path === undefined) continue;
    raise({
      rule: "output-path-twice",
      place: { path, line: 1, column: 1 },
      message: `an old address of this report is that of a file of ${reportPath}, /${address}`,
      fix: "take the address out of `formerly:`",
      related: { message: "the report whose file it is", place: { path: reportPath, line: 1, column: 1 } },
    });
  }
}

function kindOf(path: string): string {
  return path.startsWith("pages/") ? "page" : "report";
}

/** The addresses of lists, which no report and no plain page may take. */
const OWN_LISTS =
  /^reports\/(?:page-\d+|by-year)\/|^(?:reports|abbreviations|committees|authors|wards|search|withheld)\/$|^(?:committees|abbreviations|authors|wards|recommendations)\//;

/** The addresses of files and of their folders: those that sites have at their root by custom, too. */
const OWN_FILES =
  /^(?:assets|schemas|shared|pagefind|_headers|_redirects)\/|^(?:(?:404|index)\.html|feed\.xml|sitemap[^/]*\.xml|robots\.txt|(?:abbreviations|reports)\.json)\/$/;
