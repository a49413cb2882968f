import { filesOfReport, isTooLong, ownFolder, pagePath } from "../addresses/addresses.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Compiled } from "../report/compile/compile.ts";

/** Raises reports and stubs of which a page or file would get a path that is too long to be written to a disk. */
export function raiseLongAddresses(compiled: readonly Compiled[], raise: Raise): void {
  for (const { path, report, stub, withdrawn } of compiled) {
    const ofReport = report === undefined ? [] : [...filesOfReport(ownFolder(path)), ...report.files];
    const page = stub ?? withdrawn;
    const published = page === undefined ? ofReport : [pagePath(page.address)];
    if (!published.some(isTooLong)) continue;
    raise({
      rule: "path-too-long",
      place: { path, line: 1, column: 1 },
      message: "what is published of this report would have a path that is too long to be written to a disk",
      fix: "give its file a name of at most 250 bytes (characters, if all are plain letters), and its folders shorter names",
      quotesNothing: true,
    });
  }
}
