import { linkSync, lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import { readEntry, writeEntry } from "./kept-entries.ts";
import { type ListedTree, listTree, stampOf } from "./listed-tree.ts";
import { pathWithin } from "./published-files.ts";

/*
 * To make a page takes longer than to read it, and to read it longer than to ask the disk whether it was changed. So
 * the hash of each published file is kept with what the disk says of it, and a file of the old site that is to be in
 * the new one, too, to the byte, gets a second name there. It has one name again when the old site is deleted.
 */

const NAME = "site-files";

/** The hashes of files that a build published, by what the disk said of each then. */
type KnownHashes = ReadonlyMap<string, string>;

/** A file of the old site that a new one may have, too. */
export interface OldFile {
  readonly file: string;
  readonly sha256: string;
  readonly facts: Stats;
}

/**
 * The files of an old site that nobody has changed since they were published, by their paths in it: those with the
 * owner and the rights that new files get, which `staged`, a new folder, tells.
 */
export function sharedFiles(old: string, staged: string, keep: string): ReadonlyMap<string, OldFile> {
  const known = readEntry<KnownHashes>(join(keep, NAME));
  if (known === undefined) return new Map();
  const fresh = lstatSync(staged);
  const isLikeNew = ({ mode, uid, gid }: Stats): boolean =>
    (mode & 0o7777) === (fresh.mode & 0o666) && uid === fresh.uid && gid === fresh.gid;
  return new Map(
    [...filesIn(old)].flatMap(([file, facts]) => {
      const sha256 = isLikeNew(facts) ? known.get(stampOf(facts)) : undefined;
      return sha256 === undefined ? [] : [[pathWithin(old, file), { file, sha256, facts }] as const];
    }),
  );
}

function filesIn(folder: string): ListedTree["files"] {
  try {
    return listTree(folder).files;
  } catch {
    // There is no old site, or it cannot be listed: nothing of it is needed.
    return new Map();
  }
}

/** Gives a file of the old site a second name; says whether the disk could. */
export function share({ file }: OldFile, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch {
    return false;
  }
}

/** Whether two looks at a file saw the same bytes: a further name for it changes other facts. */
export function isUnchanged(before: Stats, after: Stats): boolean {
  return before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs;
}

/** A site in its place, and what was written to it. */
interface Published {
  /** Where it was made, and what the disk said of it there. */
  readonly staged: string;
  readonly tree: ListedTree;
  readonly target: string;
  /** The files that had a name in the old site, too, until that was deleted. */
  readonly shared: ReadonlyMap<string, Stats>;
}

/**
 * What the disk says of a site once it is in its place, and the old one is deleted. A file that cannot be looked at, or
 * was changed since, is as it was, which the disk will not say of it again.
 */
export function lookedAtInPlace({ staged, tree, target, shared }: Published): ListedTree {
  const inPlace = (path: string, before: Stats): Stats => {
    if (!shared.has(path)) return before;
    try {
      const now = lstatSync(target + path.slice(staged.length));
      return isUnchanged(before, now) ? now : before;
    } catch {
      return before;
    }
  };
  return { ...tree, files: new Map(Array.from(tree.files, ([path, before]) => [path, inPlace(path, before)])) };
}

/** Writes down the hashes of the files of a site, for the next build. */
export function rememberFiles(keep: string, { files }: ListedTree, hashOf: (path: string) => string | undefined): void {
  const known: KnownHashes = new Map(
    [...files].flatMap(([path, facts]) => {
      const hash = hashOf(path);
      return hash === undefined ? [] : [[stampOf(facts), hash] as const];
    }),
  );
  writeEntry(keep, NAME, known);
}
