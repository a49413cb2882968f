import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { openContent } from "../io/read-content.ts";
import { stagedFiles } from "../io/staged-files.ts";
import { affectedFiles } from "../site/affected-files.ts";
import { checkWithinMeans } from "./check-within-means.ts";
import { checkedFiles } from "./checked-files.ts";
import type { Found } from "./findings.ts";

/**
 * Checks what is staged of a content folder, as it is in git's index; gives nothing where nothing is. Shown is what is
 * found in the files that are staged, and what is found in others only because of them.
 */
export async function checkStaged(folder: string): Promise<Found | undefined> {
  const { files, before, changed } = stagedFiles(folder);
  if (changed.length === 0) return undefined;
  const content = await openContent(files);
  const { files: named, covers } = affectedFiles(content, changed);
  const checked = await checkWithinMeans(content, { named });
  const { diagnostics } = checked;
  const ofNamed = checkedFiles(checked, "public", (path) => named.has(path));
  const staged = new Set(changed);
  const inStaged = diagnostics.filter(({ place }) => staged.has(place.path));
  const elsewhere = diagnostics.filter(({ place }) => !staged.has(place.path) && covers(place.path));
  if (elsewhere.length === 0) return { shown: inStaged, ...ofNamed };
  const committed = (await checkWithinMeans(await openContent(before()), { named })).diagnostics;
  const known = new Set(committed.map(keyOf));
  const isShown = (diagnostic: Diagnostic): boolean =>
    staged.has(diagnostic.place.path) || (elsewhere.includes(diagnostic) && !known.has(keyOf(diagnostic)));
  return { shown: diagnostics.filter(isShown), ...ofNamed };
}

/** What is found in a file that is not staged is on the same line before and after. */
function keyOf({ rule, message, place: { path, line, column } }: Diagnostic): string {
  return [rule, path, line, column, message].join("\n");
}
