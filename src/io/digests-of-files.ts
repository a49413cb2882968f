import { statSync } from "node:fs";
import { join } from "node:path";
import type { ContentFiles } from "./content-files.ts";
import { hashOf } from "./file-hash.ts";
import { readEntry, writeEntry } from "./kept-entries.ts";

/** What tells the bytes of files of a content folder. */
export interface DigestsOfFiles {
  /** The hash of a file, which is read once, and not at all where the disk says of it what it said before. */
  readonly of: (path: string) => string;
  /** Writes down the hashes of files that are published as a whole, for the next build. */
  readonly remember: (paths: Iterable<string>) => void;
}

const NAME = "digests";

/** How many bytes an earlier build wrote down of its files in a folder, which tells how many these were. */
export function bytesOfDigests(folder: string): number {
  try {
    return statSync(join(folder, NAME)).size;
  } catch {
    return 0;
  }
}

/** The hashes of files, with those that were written down in a folder. */
export function digestsOfFiles(
  { read, stamp }: Pick<ContentFiles, "read" | "stamp">,
  folder: string | undefined,
): DigestsOfFiles {
  type Known = ReadonlyMap<string, { readonly stamp: string; readonly hash: string }>;
  const before: Known = (folder && readEntry<Known>(join(folder, NAME))) || new Map();
  const known = new Map<string, string>();
  const find = (path: string): string => {
    const last = before.get(path);
    // The stamp of a file that was changed a moment ago is another each time.
    return last !== undefined && last.stamp === stamp?.(path) ? last.hash : hashOf(read(path));
  };
  const of = (path: string): string => {
    const hash = known.get(path) ?? find(path);
    known.set(path, hash);
    return hash;
  };
  return {
    of,
    remember: (paths) => {
      if (folder === undefined || stamp === undefined) return;
      const all = Array.from(paths, (path) => [path, { stamp: stamp(path), hash: of(path) }] as const);
      writeEntry(folder, NAME, new Map(all));
    },
  };
}
