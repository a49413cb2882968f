import type { Edition } from "../model/settings.ts";
import type { CheckedPlainFile, CheckedReport } from "../printers/findings.ts";
import type { Compiled } from "../report/compile/compile.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";

/** The files that were checked. */
export interface CheckedFiles {
  readonly reports: readonly CheckedReport[];
  readonly plainFiles: readonly CheckedPlainFile[];
}

/** The files that were checked, and of reports whether the public has a page of each under the name of its file. */
export function checkedFiles(
  {
    compiled,
    plainFiles,
  }: { readonly compiled: readonly Compiled[]; readonly plainFiles: readonly CompiledPlainFile[] },
  edition: Edition,
  isNamed: (path: string) => boolean = () => true,
): CheckedFiles {
  return {
    reports: compiled
      .filter(({ path }) => isNamed(path))
      .map(({ path, outcome, isWhollyPublic }) => ({
        path,
        isPublished: outcome === "published" && (edition === "public" || isWhollyPublic),
      })),
    plainFiles: plainFiles.filter(({ path }) => isNamed(path)).map(({ path, name: { kind } }) => ({ path, kind })),
  };
}
