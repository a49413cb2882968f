import { filesOfReport, oneSpelling, ownFolder } from "../addresses/addresses.ts";
import { reservedFor } from "../addresses/site-paths.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Compiled } from "../report/compile/compile.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";

/**
 * Raises reports, stubs, old addresses and plain pages of which two would be at one address, or one where the site's
 * own pages do. Addresses that differ in capitals or in the way accents are written are one on many servers and disks.
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
    const own = reservedFor(key);
    if (own !== undefined) {
      const message = `the site's own ${own}s are published at /${address}`;
      raise({
        rule: "output-path-twice",
        place,
        message,
        fix: "rename the file or its folder, or take the address out of `formerly:`",
      });
    }
  };
  for (const { path, report, stub, withdrawn } of compiled) {
    if (stub !== undefined) take(stub.address, path);
    else if (withdrawn !== undefined) take(decodeURIComponent(withdrawn.address), path);
    else if (report !== undefined) take(ownFolder(path), path);
  }
  for (const { name, path, content } of plainFiles) {
    if (name.kind === "page" && content !== undefined) take(`${name.slug}/`, path);
  }
  for (const { path, report, withdrawn } of compiled)
    for (const old of report?.frontmatter.formerly ?? withdrawn?.formerly ?? []) take(`${old}/`, path);
  raisePagesForFiles(compiled, taken, raise);
}

/** An old address may be that of a file, or lie below one, which would then be a folder, too. */
function raisePagesForFiles(compiled: readonly Compiled[], taken: ReadonlyMap<string, string>, raise: Raise): void {
  const files = new Map(
    compiled.flatMap(({ path, report }) =>
      report === undefined
        ? []
        : filesOfReport(ownFolder(path)).map((file) => [oneSpelling(file), { file, reportPath: path }] as const),
    ),
  );
  for (const [address, path] of taken) {
    const names = address.split("/");
    const found = names.map((_, index) => files.get(names.slice(0, index).join("/"))).find((one) => one !== undefined);
    if (found === undefined) continue;
    raise({
      rule: "output-path-twice",
      place: { path, line: 1, column: 1 },
      message: `an old address of this report is the address of a file of ${found.reportPath}, /${found.file}`,
      fix: "take the address out of `formerly:`",
      related: { message: "the report whose file it is", place: { path: found.reportPath, line: 1, column: 1 } },
    });
  }
}

function kindOf(path: string): string {
  return path.startsWith("pages/") ? "page" : "report";
}
