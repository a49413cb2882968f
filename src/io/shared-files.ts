import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { compareTexts } from "../text/compare.ts";
import { readEntry, writeEntry } from "./kept-entries.ts";
import { type FileFacts, factsOf, type ListedTree, listTree, stampOf } from "./listed-tree.ts";
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

/** A file of the old site, by its whole path. */
interface OldFile {
  readonly file: string;
  readonly facts: FileFacts;
  /** Its hash, where nobody has changed it since it was published. */
  readonly sha256: string | undefined;
}

/** The site whose place the new one is to take, as it was when it was looked at. */
export interface OldSite {
  readonly root: string;
  /** By their paths in the site, in order. */
  readonly files: ReadonlyMap<string, OldFile>;
}

/** Looks at the site that a folder holds, which is none where there is no such folder. */
export function lookAtOldSite(root: string, keep: string | undefined): OldSite {
  if (!existsSync(root)) return noSiteAt(root);
  const known: ReadonlyMap<string, string> = (keep && readEntry<Map<string, string>>(join(keep, HASHES))) || new Map();
  const files = Array.from(listTree(root).files, ([file, facts]): [string, OldFile] => [
    pathWithin(root, file),
    { file, facts, sha256: known.get(stampOf(facts)) },
  ]);
  return { root, files: new Map(files.sort(([a], [b]) => compareTexts(a, b))) };
}

/** No site, or one of which nothing is known. */
export function noSiteAt(root: string): OldSite {
  return { root, files: new Map() };
}

/** Where a new site is made, what is kept, and the paths of the new one's files. */
interface Places {
  readonly staged: string;
  readonly keep: string;
  readonly wanted: ReadonlySet<string>;
}

/**
 * Puts the folders that are kept in the place of an empty one for the new site, with nothing in them; gives those that
 * are there then, by their whole paths. One that has other rights than a new one gets takes the place of none.
 */
export function takeFolders({ staged, keep, wanted }: Places): ReadonlySet<string> {
  const kept = join(keep, FOLDERS);
  const { mode, uid, gid } = factsOf(staged);
  const isLikeNew = (folder: FileFacts): boolean => folder.mode === mode && folder.uid === uid && folder.gid === gid;
  const needed = new Set<string>();
  for (const path of wanted)
    for (let above = dirname(path); above !== "." && !needed.has(above); above = dirname(above)) needed.add(above);
  rmdirSync(staged);
  try {
    renameSync(kept, staged);
    const folders = emptied(staged, needed);
    if (Array.from(folders, factsOf).every(isLikeNew)) return folders;
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
    emptied(old, new Set(Array.from(tree.folders.keys(), (path) => pathWithin(staged, path))));
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(keep, { recursive: true, mode: 0o700 });
    renameSync(old, kept);
  } catch {
    // The site is published, and the next build makes its folders anew. What is left is deleted with the work folder.
  }
}

/** Deletes what is in a folder, but for the folders that are needed, by paths within it; gives these, by whole paths. */
function emptied(root: string, needed: ReadonlySet<string>): ReadonlySet<string> {
  // What another hand put there may be a link, to a folder of others.
  if (!lstatSync(root).isDirectory()) throw new Error(`${root} is no folder`);
  const left = new Set([root]);
  const empty = (folder: string, path: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const below = folder + sep + entry.name;
      if (!entry.isDirectory()) {
        unlinkSync(below);
        continue;
      }
      const pathBelow = `${path}${entry.name}`;
      empty(below, `${pathBelow}/`);
      if (needed.has(pathBelow)) left.add(below);
      else rmdirSync(below);
    }
  };
  empty(root, "");
  return left;
}

/** What tells whether a file has the owner and the rights that new ones get beside a folder. */
export function likeNew(folder: string): (facts: FileFacts) => boolean {
  const fresh = factsOf(folder);
  return ({ mode, uid, gid }) => (mode & 0o7777) === (fresh.mode & 0o666) && uid === fresh.uid && gid === fresh.gid;
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
export function isUnchanged(before: FileFacts, after: FileFacts): boolean {
  return before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs;
}

/** A site in its place. */
export interface PlacedSite {
  /** Where it was made, and what the disk said of it there before all of it got one time. */
  readonly staged: string;
  readonly tree: ListedTree;
  /** That time, as the disk tells it. */
  readonly mtimeMs: number;
  readonly target: string;
}

/**
 * What the disk says of a site once it is in its place, and the old one is deleted. A file that cannot be looked at, or
 * was changed since, is as it was, which the disk will not say of it again.
 */
export function lookedAtInPlace({ staged, tree, mtimeMs, target }: PlacedSite): ListedTree {
  const inPlace = (path: string, before: FileFacts): FileFacts => {
    try {
      const now = factsOf(target + path.slice(staged.length));
      return isUnchanged({ ...before, mtimeMs }, now) ? now : before;
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
