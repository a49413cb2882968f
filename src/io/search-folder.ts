import { rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { realPath } from "./real-path.ts";

/** Where the search index lies until it is published: beside the output folder. */
export function searchFolder(out: string): string {
  const target = realPath(resolve(out));
  return join(dirname(target), `.${basename(target)}.scrutineer-search`);
}

/** Deletes a search index that was published, or that a run which was killed has left. */
export function forgetSearchIndex(out: string): void {
  rmSync(searchFolder(out), { recursive: true, force: true });
}
