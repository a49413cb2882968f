import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { openContent } from "../io/read-content.ts";
import type { Changes } from "../io/staged-files.ts";
import type { CalendarDate } from "../model/source.ts";
import { affectedFiles } from "../site/affected-files.ts";
import { checkWithinMeans } from "./check-within-means.ts";
import { checkedFiles } from "./checked-files.ts";
import type { Found } from "./findings.ts";

/**
 * Checks what was changed of a content folder; gives nothing where nothing was. Shown is what is found in the files that were changed,
 * and what is found in others only because of them.
 */
export async function checkChanges(
  { files, before, changed }: Changes,
  asOf?: CalendarDate,
): Promise<Found | undefined> {
  if (changed.length === 0) return undefined;
  const content = await openContent(files);
  const { files: named, covers } = affectedFiles(content, changed);
  const checked = await checkWithinMeans(content, { named, asOf });
  files.confirm();
  const { diagnostics } = checked;
  const ofNamed = checkedFiles(checked, "public", (path) => named.has(path));
  const ownFiles = new Set(changed);
  const inChanged = diagnostics.filter(({ place }) => ownFiles.has(place.path));
  const elsewhere = diagnostics.filter(({ place }) => !ownFiles.has(place.path) && covers(place.path));
  if (elsewhere.length === 0) return { shown: inChanged, ...ofNamed };
  const earlier = (await checkWithinMeans(await openContent(before()), { named, asOf })).diagnostics;
  const known = new Set(earlier.map(keyOf));
  const isShown = (diagnostic: Diagnostic): boolean =>
    ownFiles.has(diagnostic.place.path) || (elsewhere.includes(diagnostic) && !known.has(keyOf(diagnostic)));
  return { shown: diagnostics.filter(isShown), ...ofNamed };
}

/** What is found in a file that was not changed is on the same line before and after. */
function keyOf({ rule, message, place: { path, line, column } }: Diagnostic): string {
  return [rule, path, line, column, message].join("\n");
}
