import { linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { readEntry, writeEntry } from "./kept-entries.ts";
import { type ListedTree, listTree, stampOf } from "./listed-tree.ts";
import { pathWithin } from "./published-files.ts";

/*
 * To make a page takes longer than to read it, and to read it longer than to ask the disk whether it was changed. So
 * the hash of each published file is kept with what the disk says of it, and a file of the old site that is to be in
 * the new one, too, to the byte, gets a second name there. Folders cannot have two names, and take longest to make:
 * those of the old site are kept with what both sites have, as a spare site, in which the next one is made.
 */

const HASHES = "site-files";
const SPARE = "site";

/** A file that an earlier build published, by its whole path, and that nobody has changed since. */
export interface UntouchedFile {
  readonly file: string;
  readonly sha256: string;
  readonly facts: Stats;
}

/** What of earlier builds a new site may have, by paths in it. */
export interface Untouched {
  /** The files of the old site. */
  readonly inOld: ReadonlyMap<string, UntouchedFile>;
  /** Those of the spare site, which are where the new one is made, with the folders there, by their whole paths. */
  readonly spare: ReadonlyMap<string, UntouchedFile>;
  readonly folders: ReadonlySet<string>;
}

export const NOTHING_UNTOUCHED: Untouched = { inOld: new Map(), spare: new Map(), folders: new Set() };

/** Where sites are: the old one, an empty folder for the new one, and what is kept; and the paths of the new one's files. */
interface Places {
  readonly old: string;
  readonly staged: string;
  readonly keep: string;
  readonly wanted: ReadonlySet<string>;
}

/**
 * Finds the wanted files of an old site, and of the spare one, that are as they were published, and that have the owner
 * and the rights which new ones get. The spare site takes the place of the empty folder, with nothing in it but these.
 */
export function untouchedFiles({ old, staged, keep, wanted }: Places): Untouched {
  const known: ReadonlyMap<string, string> = readEntry(join(keep, HASHES)) ?? new Map();
  const fresh = lstatSync(staged);
  const isLikeNew = (entry: Stats): boolean => {
    const isSameMode = entry.isDirectory() ? entry.mode === fresh.mode : (entry.mode & 0o7777) === (fresh.mode & 0o666);
    return isSameMode && entry.uid === fresh.uid && entry.gid === fresh.gid;
  };
  const untouchedIn = (root: string, { files }: ListedTree): Untouched["inOld"] =>
    new Map(
      [...files].flatMap(([file, facts]) => {
        const path = pathWithin(root, file);
        const sha256 = wanted.has(path) && isLikeNew(facts) ? known.get(stampOf(facts)) : undefined;
        return sha256 === undefined ? [] : [[path, { file, sha256, facts }] as const];
      }),
    );
  const tree = takeSpare(join(keep, SPARE), staged, isLikeNew);
  const spare = untouchedIn(staged, tree);
  const folders = deleteAllBut(staged, new Set(Array.from(spare.values(), ({ file }) => file)), tree);
  return { inOld: untouchedIn(old, listed(old)), spare, folders };
}

/** Puts the spare site in the place of an empty folder; none of it, where one of its folders is not like a new one. */
function takeSpare(spare: string, staged: string, isLikeNew: (entry: Stats) => boolean): ListedTree {
  rmdirSync(staged);
  try {
    renameSync(spare, staged);
    const tree = listTree(staged);
    if ([lstatSync(staged), ...tree.folders.values()].every(isLikeNew)) return tree;
  } catch {
    // There is none yet, or it is on another disk, where it must not outlive what it holds.
    rmSync(spare, { recursive: true, force: true });
  }
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
  return NOTHING;
}

const NOTHING: ListedTree = { files: new Map(), folders: new Map(), others: [] };

function listed(folder: string): ListedTree {
  try {
    return listTree(folder);
  } catch {
    // There is no old site, or it cannot be listed: nothing of it is needed.
    return NOTHING;
  }
}

/** Gives a file of the old site a second name; says whether the disk could. */
export function share({ file }: UntouchedFile, name: string): boolean {
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

/** Keeps what an old site shares with the new one, which `tree` lists, as the spare for the next; the rest is deleted. */
export function keepSpare(old: string, { staged, tree }: Pick<PlacedSite, "staged" | "tree">, keep: string): void {
  try {
    const before = listTree(old);
    const isShared = ([file, { ino }]: readonly [string, Stats]): boolean =>
      tree.files.get(staged + file.slice(old.length))?.ino === ino;
    const shared = [...before.files].filter(isShared).map(([file]) => file);
    deleteAllBut(old, new Set(shared), before);
    rmSync(join(keep, SPARE), { recursive: true, force: true });
    mkdirSync(keep, { recursive: true, mode: 0o700 });
    renameSync(old, join(keep, SPARE));
  } catch {
    // The site is published, and the next build makes its folders anew. What is left is deleted with the work folder.
  }
}

/** Deletes what is listed of a folder, but for some files, and the folders that they lie in, which it gives. */
function deleteAllBut(root: string, kept: ReadonlySet<string>, tree: ListedTree): ReadonlySet<string> {
  const needed = new Set([root]);
  for (const file of kept)
    for (let above = dirname(file); !needed.has(above); above = dirname(above)) needed.add(above);
  for (const path of [...tree.others, ...tree.files.keys()]) if (!kept.has(path)) rmSync(path);
  for (const path of [...tree.folders.keys()].reverse()) if (!needed.has(path)) rmdirSync(path);
  return needed;
}

/** A site in its place. */
export interface PlacedSite {
  /** Where it was made, and what the disk said of it there. */
  readonly staged: string;
  readonly tree: ListedTree;
  readonly target: string;
  /** The files that another site had a name for, too. */
  readonly shared: ReadonlyMap<string, Stats>;
}

/**
 * What the disk says of a site once it is in its place, and the old one is deleted. A file that cannot be looked at, or
 * was changed since, is as it was, which the disk will not say of it again.
 */
export function lookedAtInPlace({ staged, tree, target, shared }: PlacedSite): ListedTree {
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

/** Writes down the hashes of those files of a site that the next one may share. */
export function rememberFiles(keep: string, { files }: ListedTree, hashOf: (path: string) => string | undefined): void {
  const known = [...files].flatMap(([path, facts]) => {
    const hash = hashOf(path);
    return hash === undefined ? [] : [[stampOf(facts), hash] as const];
  });
  writeEntry(keep, HASHES, new Map(known));
}
