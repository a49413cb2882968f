import { lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { basename, dirname, join } from "node:path";
import { hashOf } from "./file-hash.ts";
import { readEntry, writeEntry } from "./kept-entries.ts";
import { type ListedTree, listTree, stampOf } from "./listed-tree.ts";
import { pathWithin } from "./published-files.ts";

/*
 * To make a file, or a folder, takes longer than to read it, and to read it longer than to ask the disk whether it was
 * changed. So what of the old site is in the new one, too, to the byte, is kept as a spare site, in which the next one
 * is made, and the hash of each file is written down with what the disk says of it. The spare site shares no file with
 * what is published.
 */

/** The hashes of files that a build wrote, by what the disk said of each then. */
export type KnownHashes = ReadonlyMap<string, string>;

/** What is known of the files of a spare site, and of the site that was published last. */
export function knownHashes(spare: string): KnownHashes {
  return readEntry<KnownHashes>(entryBeside(spare)) ?? new Map();
}

/** Puts the spare site where the next one is made, an empty folder, as far as it is what would be written there. */
export function takeSpare(spare: string, staged: string): ListedTree {
  const fresh = lstatSync(staged);
  rmdirSync(staged);
  try {
    renameSync(spare, staged);
    const tree = listTree(staged);
    const all = [lstatSync(staged), ...tree.folders.values(), ...tree.files.values()];
    if (tree.others.length === 0 && all.every((entry) => isLikeNew(entry, fresh))) return tree;
  } catch {
    // There is none yet, or it is on another disk, where it must not outlive what it holds.
    rmSync(spare, { recursive: true, force: true });
  }
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
  return { files: new Map(), folders: new Map(), others: [] };
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
  readonly files: ReadonlyMap<string, Stats>;
  readonly folders: ReadonlySet<string>;
}

/** Deletes all in a folder but the files of these whole paths, and the folders that they lie in. */
export function pruneTo(root: string, tree: ListedTree, isWanted: (path: string, facts: Stats) => boolean): Reusable {
  const files = new Map<string, Stats>();
  const folders = new Set<string>([root]);
  for (const path of tree.others) rmSync(path);
  for (const [path, facts] of tree.files) {
    if (isWanted(path, facts)) files.set(path, facts);
    else rmSync(path);
  }
  for (const path of files.keys())
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above);
  for (const path of [...tree.folders.keys()].reverse()) if (!folders.has(path)) rmdirSync(path);
  return { files, folders };
}

/** What is published now: the hash of each file that may be kept, and what tells the file. */
export interface PublishedNow {
  /** By the files' paths in the site. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly stamps: ReadonlyMap<string, string>;
}

/**
 * Keeps what of an old site has the bytes that the new one has at its path, as the spare for the next; what else there
 * is of it is deleted. Where nothing is known of a file, it is read.
 */
export function keepSpare(old: string, spare: string, known: KnownHashes, { hashes, stamps }: PublishedNow): void {
  const next = new Map<string, string>();
  for (const [path, hash] of hashes) {
    const stamp = stamps.get(path);
    if (stamp !== undefined) next.set(stamp, hash);
  }
  try {
    pruneTo(old, listTree(old), (path, facts) => {
      const hash = hashes.get(pathWithin(old, path));
      const stamp = stampOf(facts);
      if (hash === undefined || hash !== (known.get(stamp) ?? hashOf(readFileSync(path)))) return false;
      next.set(stamp, hash);
      return true;
    });
    rmSync(spare, { recursive: true, force: true });
    mkdirSync(dirname(spare), { recursive: true, mode: 0o700 });
    renameSync(old, spare);
  } catch {
    // The site is published, and the next build makes all files anew. What is left is deleted with the work folder.
  }
  writeEntry(dirname(spare), basename(entryBeside(spare)), next);
}

function entryBeside(spare: string): string {
  return join(dirname(spare), "site-files");
}
