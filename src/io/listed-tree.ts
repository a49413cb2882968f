import { lstatSync, readdirSync, type Stats } from "node:fs";
import { sep } from "node:path";
import { digestOf } from "./kept-entries.ts";

/** What is held of what the disk says of a file or folder: all that it says takes five times the room. */
export type FileFacts = Pick<Stats, "ino" | "size" | "mtimeMs" | "ctimeMs" | "mode" | "uid" | "gid">;

/** Asks the disk about a file or folder. */
export function factsOf(path: string): FileFacts {
  return factsIn(lstatSync(path));
}

function factsIn({ ino, size, mtimeMs, ctimeMs, mode, uid, gid }: FileFacts): FileFacts {
  return { ino, size, mtimeMs, ctimeMs, mode, uid, gid };
}

/** What is below a folder: each file and folder by its whole path, those within others after these. */
export interface ListedTree {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly folders: ReadonlyMap<string, FileFacts>;
  /** What is neither, such as a symbolic link. */
  readonly others: readonly string[];
}

/** Lists a folder, and asks once of each file and folder in it what the disk knows. */
export function listTree(root: string): ListedTree {
  const [files, folders, others] = [new Map<string, FileFacts>(), new Map<string, FileFacts>(), [] as string[]];
  const list = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = folder + sep + entry.name;
      const facts = lstatSync(path);
      if (facts.isDirectory()) {
        folders.set(path, factsIn(facts));
        list(path);
      } else if (facts.isFile()) files.set(path, factsIn(facts));
      else others.push(path);
    }
  };
  list(root);
  return { files, folders, others };
}

/** What changes whenever a file does, as far as the disk tells, and is that of no other file. */
export function stampOf({ ino, size, mtimeMs, ctimeMs }: FileFacts): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** What tells whether a folder holds the same files, untouched since. */
export function stateOf(root: string, { files, folders, others }: ListedTree): string {
  const below = (path: string): string => path.slice(root.length);
  const lines = [
    ...Array.from(files, ([path, facts]) => `${below(path)} ${stampOf(facts)} ${facts.mode}`),
    ...Array.from(folders, ([path, { mode }]) => `${below(path)}/ ${mode}`),
    ...others.map((path) => `${below(path)} is neither`),
  ];
  return digestOf(JSON.stringify(lines.sort()));
}
