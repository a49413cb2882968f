import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isOutcomesFile, oneSpelling } from "../addresses/addresses.ts";
import { isIgnored, isIgnoredPath } from "../addresses/ignored-names.ts";
import type { Finding } from "../diagnostics/catalogue.ts";
import { SETTINGS } from "../site/content.ts";
import { badName, boundedText, type ContentFiles, escaped, folderByFolder, sameName, textOf } from "./content-files.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { hashOf } from "./file-hash.ts";
import { type GitFolder, gitFolder } from "./git.ts";

/** What was changed of a content folder. */
export interface Changes {
  /** The files as they are now. */
  readonly files: ContentFiles;
  /** The files as they were before. */
  readonly before: () => ContentFiles;
  /** Paths that are added, changed or deleted; a file that is renamed is both. */
  readonly changed: readonly string[];
}

/**
 * Reads what git would commit of a content folder, from its store of objects: the work tree is left alone, and so is what is staged.
 * Git writes the lists of it (its trees) into its store, as for a commit.
 * Throws `ContentFolderError` where there is no repository, or git cannot say what it would commit.
 */
export function stagedFiles(folder: string): Changes {
  const repository = gitFolder(folder);
  const { run, prefix } = repository;
  // What is only intended to be added is in the index, but in no tree.
  const tree = run(["write-tree"])?.toString("latin1").trim();
  if (tree === undefined)
    throw new ContentFolderError(
      "git cannot say what it would commit: end the merge first (git status shows what is left)",
    );
  const last = run(["rev-parse", "--verify", "--quiet", "HEAD^{tree}"]);
  const before = (last ?? answered(run(["hash-object", "-t", "tree", "--stdin"]))).toString("latin1").trim();
  const options = ["-r", "-z", "--no-renames", "--ignore-submodules=none", "--name-only"];
  const names = fieldsOf(answered(run(["diff-tree", ...options, before, tree])));
  const changed = names.flatMap(({ text: path }) =>
    path.startsWith(prefix) ? [path.slice(prefix.length).normalize("NFC")] : [],
  );
  if (changed.length === 0) refuseUnknown(repository, folder, tree);
  return {
    files: filesInTree(repository, folder, tree, (path) => {
      throw new ContentFolderError(
        `${relative(".", path)} is kept by Git LFS, and is not on this machine: run git lfs pull`,
      );
    }),
    before: () => filesInTree(repository, folder, before, () => {}),
    changed: changed.filter((path) => !isIgnoredPath(path)),
  };
}

/** A folder of which nothing is staged may be one that git does not know by this name, or that is not there at all. */
function refuseUnknown({ run, prefix }: GitFolder, folder: string, tree: string): void {
  const paths = fieldsOf(answered(run(["ls-tree", "-r", "-z", "--name-only", "--full-tree", tree])));
  if (paths.some(({ text }) => text.startsWith(prefix))) return;
  const shownAs = relative(".", folder) || ".";
  const other = paths.find(({ text }) => oneSpelling(text).startsWith(oneSpelling(prefix)));
  if (other !== undefined) {
    const known = other.text.split("/").slice(0, prefix.split("/").length - 1);
    throw new ContentFolderError(`git does not know ${shownAs} by that name, but as ${known.join("/")}: write it so`);
  }
  if (!existsSync(folder)) throw new ContentFolderError(`there is no folder ${shownAs}, and none is staged`);
}

/** What git printed. Throws `ContentFolderError` where it failed: what was not read is not nothing. */
export function answered(output: Buffer | undefined): Buffer {
  if (output === undefined)
    throw new ContentFolderError(
      "git cannot read all that it keeps of these files: run git fsck, or git fetch where the copy is a partial one",
    );
  return output;
}

/** What git prints between NULs; a name that is not UTF-8 is written so that it can be shown. */
export function fieldsOf(output: Buffer): readonly { readonly text: string; readonly isReadable: boolean }[] {
  const fields: { readonly text: string; readonly isReadable: boolean }[] = [];
  for (let start = 0; start < output.length; ) {
    const found = output.indexOf(0, start);
    const end = found === -1 ? output.length : found;
    const field = output.subarray(start, end);
    const text = textOf(field);
    if (end > start) fields.push({ text: text ?? escaped(field), isReadable: text !== undefined });
    start = end + 1;
  }
  return fields;
}

interface Blob {
  /** Its path below the folder as git has it. */
  readonly name: string;
  readonly object: string;
  readonly size: number;
}

const NOTHING = Buffer.alloc(0);
const SYMBOLIC_LINK = "120000";
const SUBMODULE = "160000";

/** The files of a tree; each pointer of Git LFS whose file is not on this machine is told of, by its path in the work tree. */
export function filesInTree(
  repository: GitFolder,
  folder: string,
  tree: string,
  isMissing: (path: string) => void,
): ContentFiles {
  const { run, prefix } = repository;
  const listing = run(["ls-tree", "-r", "-z", "-l", "--full-tree", tree, ...(prefix === "" ? [] : ["--", prefix])]);
  const blobs = new Map<string, Blob>();
  const links: string[] = [];
  const unknown: Finding[] = [];
  for (const { text, isReadable } of fieldsOf(answered(listing))) {
    const [, mode, object = "", size, whole = ""] = /^(\d+) \w+ (\w+) +(\S+)(?:\t|\\x09)(.*)$/s.exec(text) ?? [];
    const name = whole.slice(prefix.length);
    const path = name.normalize("NFC");
    if (isIgnoredPath(`${path.slice(0, path.lastIndexOf("/") + 1)}x`)) continue;
    if (mode === SUBMODULE)
      throw new ContentFolderError(
        `${path} is a submodule, whose files cannot be read from git here: check the folder as it is on disk`,
      );
    if (mode === SYMBOLIC_LINK) links.push(path);
    else if (isIgnored(path.slice(path.lastIndexOf("/") + 1), "file")) continue;
    else if (!isReadable) unknown.push(badName(path));
    else if (blobs.has(path)) unknown.push(sameName(path));
    else blobs.set(path, { object, size: Number(size), name });
  }
  const small = new Map<string, Buffer>();
  const wanted = [...blobs].filter(([path, { size }]) => size <= POINTER_SIZE || isText(path));
  const bounded = wanted.filter(([path, { size }]) => boundedText(path, size, () => NOTHING) === NOTHING);
  const asked = bounded.map(([, { object }]) => `${object}\n`).join("");
  const contents = objectsIn(answered(run(["cat-file", "--batch"], asked)));
  for (const [index, [path, { name }]] of bounded.entries()) {
    const bytes = answered(contents[index]);
    const inWorkTree = join(folder, name);
    const found = afterPointer(bytes, repository, inWorkTree);
    if (found === undefined) isMissing(inWorkTree);
    small.set(path, found ?? bytes);
  }
  return {
    paths: [...blobs.keys()].sort(folderByFolder),
    links: links.sort(folderByFolder),
    read: (path) => {
      const blob = blobs.get(path);
      if (blob === undefined) throw new Error("a file was asked for that is not in the tree");
      return boundedText(path, blob.size, () => small.get(path) ?? answered(run(["cat-file", "blob", blob.object])));
    },
    unknown,
    findings: [],
    sizeOf: (path) => small.get(path)?.length ?? blobs.get(path)?.size,
    nameOnDisk: (path) => blobs.get(path)?.name ?? path,
    // What git keeps under the name of a tree never changes.
    confirm: () => {},
  };
}

/** What is read of all reports, and so in one go. */
function isText(path: string): boolean {
  return path.endsWith(".md") || path === SETTINGS || isOutcomesFile(path);
}

/** No pointer of Git LFS is longer, in bytes. */
const POINTER_SIZE = 1024;

/** The contents that `git cat-file --batch` prints, in the order in which they were asked for. */
function objectsIn(output: Buffer): readonly Buffer[] {
  const contents: Buffer[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0x0a, start);
    const size = Number(output.subarray(start, end).toString("latin1").split(" ").at(-1));
    if (!Number.isInteger(size)) answered(undefined);
    contents.push(output.subarray(end + 1, end + 1 + size));
    start = end + 1 + size + 1;
  }
  return contents;
}

const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n/;

/** Git Large File Storage commits a pointer in place of a large file, which lies in a store of its own, or in the work tree. */
function afterPointer(bytes: Buffer, { run, cwd }: GitFolder, workTreePath: string): Buffer | undefined {
  const [, hash] = POINTER.exec(bytes.toString("latin1")) ?? [];
  if (hash === undefined) return bytes;
  const store = run(["rev-parse", "--git-path", `lfs/objects/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`]);
  const stored = store === undefined ? [] : [resolve(cwd, store.toString("utf8").trimEnd())];
  for (const place of [...stored, workTreePath]) {
    const found = existsSync(place) ? readFileSync(place) : undefined;
    if (found !== undefined && hashOf(found) === hash) return found;
  }
  return undefined;
}
