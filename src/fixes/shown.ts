import { ownFolder } from "../addresses/addresses.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { Sealed } from "../model/sealed.ts";
import type { FileLookup } from "../report/annexes/attached-files.ts";
import type { Compiled } from "../report/compile/compile.ts";
import type { CompiledPlainFile } from "../report/compile/compile-page.ts";
import { isDoubt } from "../report/compile/redact-findings.ts";

interface CheckedFiles {
  readonly compiled: readonly Compiled[];
  readonly plainFiles: readonly CompiledPlainFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Whether every line of a file may be shown, before it was fixed and after: its report, or the plain file that it is,
 * is plainly public and withholds nothing, no finding puts that in doubt, and the file holds no comment, which is
 * published nowhere.
 */
export function mayBeShown(
  path: string,
  texts: readonly ReadonlyMap<string, Sealed<Uint8Array>>[],
  checked: readonly CheckedFiles[],
  files: FileLookup,
): boolean {
  const report =
    checked.at(-1)?.compiled.find((one) => path === one.path || path.startsWith(ownFolder(one.path))) ??
    checked.at(-1)?.plainFiles.find((one) => path === one.path);
  if (report?.isWhollyPublic !== true || files.isWithheld(path)) return false;
  const isInDoubt = checked.some(({ diagnostics }) =>
    diagnostics.some(({ rule, place }) => isDoubt(rule) && (place.path === path || place.path === report.path)),
  );
  return !isInDoubt && texts.every((all) => !holdsComment(all.get(path)));
}

/** A comment of the text, or one of the frontmatter's. */
function holdsComment(bytes: Sealed<Uint8Array> | undefined): boolean {
  const text = bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes));
  const [frontmatter = ""] = text.startsWith("---") ? text.slice(3).split(/\n---/, 1) : [];
  return text.includes("<!--") || /(?:^|\s)#/m.test(frontmatter);
}
