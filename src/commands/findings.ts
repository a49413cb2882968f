import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ContentFolderError } from "../io/content-folder-error.ts";
import { progressLine } from "../io/progress-line.ts";
import type { WeighedBefore } from "../io/text-costs.ts";
import type { CalendarDate } from "../model/source.ts";
import type { CompileCache } from "../site/compile-cache.ts";
import type { Content } from "../site/content.ts";
import { wantedPaths } from "../site/wanted-paths.ts";
import { checkWithinMeans } from "./check-within-means.ts";
import { type CheckedFiles, checkedFiles } from "./checked-files.ts";

/** What a check found. */
export interface Found extends CheckedFiles {
  readonly shown: readonly Diagnostic[];
}

/** As of which day files are checked, and what earlier checks found out. */
export interface FindingOptions {
  readonly asOf?: CalendarDate | undefined;
  readonly cache?: CompileCache | undefined;
  readonly weighed?: WeighedBefore | undefined;
}

/**
 * Checks what is named in a content folder; all of it, if nothing is. Throws `ContentFolderError` where a name is that
 * of nothing, or nothing is there.
 */
export async function findingsOf(
  content: Content,
  named: readonly string[],
  { asOf, cache, weighed }: FindingOptions = {},
): Promise<Found> {
  const { texts, attachments, settings, others, findings } = content;
  const isEmpty = [...texts.keys(), ...attachments.keys(), ...others, ...findings].length === 0;
  if (isEmpty && settings === undefined)
    throw new ContentFolderError("there is nothing to check: the content folder has no file");
  const progress = progressLine("Checking reports");
  const onProgress = progress.update;
  const isAll = named.length === 0 || named.includes("");
  if (isAll) {
    const checked = await checkWithinMeans(content, { onProgress, asOf, cache, asksForStatement: true }, weighed);
    progress.clear();
    return { shown: checked.diagnostics, ...checkedFiles(checked, "public") };
  }
  const { files, covers, unknown } = wantedPaths(content, named);
  const [first] = unknown;
  if (first !== undefined) throw new ContentFolderError(`there is nothing to check in ${first}`);
  const checked = await checkWithinMeans(content, { onProgress, asOf, named: files, cache }, weighed);
  progress.clear();
  return {
    shown: checked.diagnostics.filter(({ place }) => covers(place.path)),
    ...checkedFiles(checked, "public", (path) => files.has(path)),
  };
}
