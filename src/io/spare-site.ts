import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { hashOf } from "./file-hash.ts";

/*
 * To make a file, or a folder, takes longer than to read it. So what of the old site is in the new one, too, to the
 * byte, is kept as a spare site, in which the next one is made. It shares no file with what is published.
 */

/** Puts the spare site where the next one is made, an empty folder, as far as it is what would be written there. */
export function takeSpare(spare: string, staged: string): void {
  const fresh = lstatSync(staged);
  rmdirSync(staged);
  try {
    renameSync(spare, staged);
    if ([staged, ...entriesIn(staged)].every((path) => isLikeNew(lstatSync(path), fresh))) return;
  } catch {
    // There is none yet, or it is on another disk, where it must not outlive what it holds.
    rmSync(spare, { recursive: true, force: true });
  }
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
}

/** Whether a file or folder has the owner and the rights of new ones, and a file no other name. */
function isLikeNew(entry: Stats, fresh: Stats): boolean {
  const isAlike = entry.isDirectory()
    ? entry.mode === fresh.mode
    : entry.isFile() && entry.nlink === 1 && (entry.mode & 0o7777) === (fresh.mode & 0o666);
  return isAlike && entry.uid === fresh.uid && entry.gid === fresh.gid;
}

/** What of a spare site is left, by whole paths. */
export interface Reusable {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

/** Deletes all in a folder but the files of these whole paths, and the folders that they lie in. */
export function pruneTo(root: string, isWanted: (path: string) => boolean): Reusable {
  const files = new Set<string>();
  const folders = new Set<string>([root]);
  const found: string[] = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) found.push(path);
    else if (entry.isFile() && isWanted(path)) files.add(path);
    else rmSync(path);
  }
  for (const path of files)
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above);
  // Those within others come first.
  for (const path of found.sort().reverse()) if (!folders.has(path)) rmdirSync(path);
  return { files, folders };
}

/**
 * Keeps what of an old site has the bytes that the new one has at its path, as the spare for the next; what else there
 * is of it is deleted.
 */
export function keepSpare(old: string, spare: string, hashes: ReadonlyMap<string, string>): void {
  try {
    pruneTo(old, (path) => {
      const hash = hashes.get(relative(old, path).split(sep).join("/"));
      return hash !== undefined && hash === hashOf(readFileSync(path));
    });
    rmSync(spare, { recursive: true, force: true });
    mkdirSync(dirname(spare), { recursive: true, mode: 0o700 });
    renameSync(old, spare);
  } catch {
    // The site is published, and the next build makes all files anew. What is left is deleted with the work folder.
  }
}

function entriesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
    join(parentPath, name),
  );
}
