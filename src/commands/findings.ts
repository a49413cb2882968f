import { checkContent } from "../build.ts";
import type { Content } from "../content.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { progressLine } from "../io/terminal.ts";
import type { CheckedReport } from "../printers/findings.ts";
import type { Remembered } from "../site/remembered.ts";
import { wantedPaths } from "../site/wanted-paths.ts";
import { checkedReports } from "./checked-reports.ts";

/** What a check found. */
export interface Found {
  readonly shown: readonly Diagnostic[];
  /** The reports that were checked. */
  readonly reports: readonly CheckedReport[];
}

/** Checks what is named in a content folder; all of it, if nothing is. Throws `ContentFolderError` where a name is that of nothing. */
export function findingsOf(content: Content, named: readonly string[], remembered?: Remembered): Found {
  const progress = progressLine("Checking reports");
  const onProgress = progress.update;
  const isAll = named.length === 0 || named.includes("");
  if (isAll) {
    const { compiled, diagnostics } = checkContent(content, { onProgress, remembered });
    progress.clear();
    return { shown: diagnostics, reports: checkedReports(compiled, "public") };
  }
  const { reports, covers, unknown } = wantedPaths(content, named);
  const [first] = unknown;
  if (first !== undefined) throw new ContentFolderError(`there is nothing to check in ${first}`);
  const { compiled, diagnostics } = checkContent(content, { onProgress, named: reports, remembered });
  progress.clear();
  const ofNamed = compiled.filter(({ path }) => reports.has(path));
  return {
    shown: diagnostics.filter(({ place }) => covers(place.path)),
    reports: checkedReports(ofNamed, "public"),
  };
}
