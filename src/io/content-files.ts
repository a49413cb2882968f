import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SETTINGS } from "../content.ts";
import { MAX_BYTES } from "../report/source.ts";
import { compareTexts } from "../text-order.ts";
import { ContentFolderError } from "./content-folder-error.ts";

/** The files of a content folder, wherever they are read from; paths are below it, with `/` between their parts. */
export interface ContentFiles {
  /** Every file, folder by folder, in the order of their names. */
  readonly paths: readonly string[];
  /** Every symbolic link: none is followed. */
  readonly links: readonly string[];
  /** The bytes of a file; of a Markdown file that is too large, only as many as show that it is. Throws where it is gone. */
  readonly read: (path: string) => Uint8Array;
  /** Something that changes whenever the file does. */
  readonly stamp?: (path: string) => string;
}

/** The most that is read of a Markdown file, in bytes. */
const MOST_OF_A_TEXT = 16 * MAX_BYTES;

const IGNORED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Whether a name is one of those that systems, editors and git leave, and that no content has. */
export function isIgnored(name: string): boolean {
  return IGNORED.test(name);
}

/** The files as they are on disk. Throws `ContentFolderError` where there is no such folder. */
export function filesOnDisk(folder: string): ContentFiles {
  const paths: string[] = [];
  const links: string[] = [];
  walk(folder, "", paths, links);
  return {
    paths,
    links,
    read: (path) => {
      const whole = join(folder, path);
      return boundedText(path, lstatSync(whole).size, () => readFileSync(whole));
    },
    stamp: (path) => {
      const { ino, size, mtimeNs, ctimeNs } = lstatSync(join(folder, path), { bigint: true });
      return [ino, size, mtimeNs, ctimeNs].join(" ");
    },
  };
}

/** Of a Markdown file that is too large, only as much as shows that it is. */
export function boundedText(path: string, size: number, read: () => Uint8Array): Uint8Array {
  return path.endsWith(".md") && size > MOST_OF_A_TEXT ? new Uint8Array(MOST_OF_A_TEXT) : read();
}

/** The same files, but with these bytes in the place of one of them, or as one more. */
export function withFile(files: ContentFiles, path: string, bytes: Uint8Array): ContentFiles {
  return {
    paths: [...files.paths.filter((other) => other !== path), path].sort(folderByFolder),
    links: files.links.filter((other) => other !== path),
    read: (other) => (other === path ? boundedText(path, bytes.length, () => bytes) : files.read(other)),
  };
}

/** The order in which a folder is read: each folder's names in order, and what a folder holds in its place. */
export function folderByFolder(a: string, b: string): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const index = one.findIndex((part, at) => part !== other[at]);
  return compareTexts(one[index] ?? "", other[index] ?? "");
}

function walk(folder: string, below: string, paths: string[], links: string[]): void {
  for (const entry of listFolder(join(folder, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) links.push(path);
    else if (isIgnored(entry.name)) continue;
    else if (entry.isDirectory()) {
      if (path === SETTINGS) throw new ContentFolderError(`${path} is a folder, and must be a file`);
      walk(folder, path, paths, links);
    } else if (entry.isFile()) paths.push(path);
    else throw new ContentFolderError(`${path} is neither a file nor a folder: take it out of the content folder`);
  }
}

function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareTexts(a.name, b.name));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EACCES") throw error;
    throw new ContentFolderError(`there is no folder ${folder} that can be read`);
  }
}
