import type { Edition } from "../model.ts";
import type { CheckedReport } from "../printers/findings.ts";
import type { Compiled } from "../report/compile.ts";

/** The reports that were checked, and whether the public has a page of each under the name of its file. */
export function checkedReports(compiled: readonly Compiled[], edition: Edition): readonly CheckedReport[] {
  return compiled.map(({ path, outcome, isWhollyPublic }) => ({
    path,
    isPublished: outcome === "published" && (edition === "public" || isWhollyPublic),
  }));
}
