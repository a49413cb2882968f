import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ManifestEntries, ManifestEntry } from "../outputs/manifest.ts";
import { hashOf } from "./file-hash.ts";
import { listTree } from "./listed-tree.ts";

/** The text of a file that an output folder holds; nothing, where it cannot be read. */
export function publishedText(folder: string, path: string): string | undefined {
  try {
    return readFileSync(join(folder, path), "utf8");
  } catch {
    return undefined;
  }
}

/** The path of a file below a folder, as a site writes it. */
export function pathWithin(folder: string, file: string): string {
  const isBelow = file.startsWith(folder + sep);
  return (isBelow ? file.slice(folder.length + 1) : relative(folder, file)).split(sep).join("/");
}

/**
 * What each file in a folder is, by its path there. What is neither a file nor a folder, such as a symbolic link, has no entry: it is
 * no part of a site, and is named without being read.
 */
export function entriesIn(folder: string): { readonly entries: ManifestEntries; readonly others: readonly string[] } {
  const { files, others } = listTree(folder);
  return {
    entries: new Map(Array.from(files.keys(), (file) => [pathWithin(folder, file), entryOf(readFileSync(file))])),
    others: others.map((path) => pathWithin(folder, path)),
  };
}

/** What a file with these bytes is. */
export function entryOf(bytes: Uint8Array): ManifestEntry {
  return { sha256: hashOf(bytes), bytes: bytes.length };
}
