import { linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { readEntry, writeEntry } from "./kept-entries.ts";
import { type ListedTree, listTree, stampOf } from "./listed-tree.ts";
import { pathWithin } from "./published-files.ts";

/*
 * To make a page takes longer than to read it, and to read it longer than to ask the disk whether it was changed. So
 * the hash of each published file is kept with what the disk says of it, and a file of the old site that is to be in
 * the new one, too, to the byte, gets a second name there. Once the old site is deleted each file has one name again:
 * whatever is done to what is kept does nothing to what is published. Folders cannot have two names, and take longest to
 * make: those of the old site are kept, empty, and the next one is made in them.
 */

const HASHES = "site-files";
const FOLDERS = "site-folders";

/** A file that an earlier build published, by its whole path, and that nobody has changed since. */
export interface UntouchedFile {
  readonly file: string;
  readonly sha256: string;
  readonly facts: Stats;
}

/** Where sites are: the old one, and the folder for the new one; what is kept; and the paths of the new one's files. */
interface Places {
  readonly old: string;
  readonly staged: string;
  readonly keep: string;
  readonly wanted: ReadonlySet<string>;
}

/**
 * Finds the wanted files of an old site that are as they were published, and that have the owner and the rights which
 * new ones get, by their paths in the site.
 */
export function untouchedFiles({ old, staged, keep, wanted }: Places): ReadonlyMap<string, UntouchedFile> {
  const known: ReadonlyMap<string, string> = readEntry(join(keep, HASHES)) ?? new Map();
  const fresh = lstatSync(staged);
  const isLikeNew = ({ mode, uid, gid }: Stats): boolean =>
    (mode & 0o7777) === (fresh.mode & 0o666) && uid === fresh.uid && gid === fresh.gid;
  return new Map(
    [...listed(old)].flatMap(([file, facts]) => {
      const path = pathWithin(old, file);
      const sha256 = wanted.has(path) && isLikeNew(facts) ? known.get(stampOf(facts)) : undefined;
      return sha256 === undefined ? [] : [[path, { file, sha256, facts }] as const];
    }),
  );
}

function listed(folder: string): ListedTree["files"] {
  try {
    return listTree(folder).files;
  } catch {
    // There is no old site, or it cannot be listed: nothing of it is needed.
    return new Map();
  }
}

/**
 * Puts the folders that are kept in the place of an empty one for the new site, with nothing in them; gives those that
 * are there then, by their whole paths. One that has other rights than a new one gets takes the place of none.
 */
export function takeFolders({ staged, keep, wanted }: Omit<Places, "old">): ReadonlySet<string> {
  const kept = join(keep, FOLDERS);
  const { mode, uid, gid } = lstatSync(staged);
  const isLikeNew = (folder: Stats): boolean => folder.mode === mode && folder.uid === uid && folder.gid === gid;
  const needed = new Set<string>();
  for (const path of wanted)
    for (let above = dirname(path); above !== "." && !needed.has(above); above = dirname(above)) needed.add(above);
  rmdirSync(staged);
  try {
    renameSync(kept, staged);
    const tree = listTree(staged);
    if ([lstatSync(staged), ...tree.folders.values()].every(isLikeNew)) return emptied(staged, tree, needed);
  } catch {
    // There are none yet, or they are on another disk.
    rmSync(kept, { recursive: true, force: true });
  }
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
  return new Set([staged]);
}

/** Keeps the folders of an old site that the new one, which `tree` lists, has, too; all else of it is deleted. */
export function keepFolders(old: string, { staged, tree }: Pick<PlacedSite, "staged" | "tree">, keep: string): void {
  const kept = join(keep, FOLDERS);
  try {
    emptied(old, listTree(old), new Set(Array.from(tree.folders.keys(), (path) => pathWithin(staged, path))));
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(keep, { recursive: true, mode: 0o700 });
    renameSync(old, kept);
  } catch {
    // The site is published, and the next build makes its folders anew. What is left is deleted with the work folder.
  }
}

/** Deletes what is in a folder, but for the folders that are needed, by paths within it; gives these, by whole paths. */
function emptied(
  root: string,
  { files, others, folders }: ListedTree,
  needed: ReadonlySet<string>,
): ReadonlySet<string> {
  for (const path of [...others, ...files.keys()]) rmSync(path);
  const left = new Set([root]);
  for (const path of [...folders.keys()].reverse()) {
    if (needed.has(pathWithin(root, path))) left.add(path);
    else rmdirSync(path);
  }
  return left;
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
