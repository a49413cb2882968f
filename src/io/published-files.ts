import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The paths of the files that an output folder holds, below it, in order; none where there is no such folder. */
export function publishedFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
