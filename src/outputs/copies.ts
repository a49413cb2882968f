import type { OutputFile } from "../model/site.ts";

/** Files of the shared folder, which have one address for all pages that use them. */
export function copiesFor(files: readonly string[]): readonly OutputFile[] {
  return files.map((path) => ({ path, content: { copyOf: path } }));
}
