import { isOutcomesFile } from "../addresses/addresses.ts";
import { isIgnored } from "../addresses/ignored-names.ts";
import type { Finding } from "../diagnostics/catalogue.ts";
import { MOST_READ } from "../report/markdown/decode-utf8.ts";
import { isOfWholeSite, SETTINGS } from "../site/content.ts";
import { compareTexts } from "../text/compare.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { DISK, type Disk, type DiskFacts } from "./disk.ts";
import { realPath } from "./real-path.ts";
import { formatSystemError, onFile } from "./system-errors.ts";
import { whyUnread } from "./why-unread.ts";

/**
 * The files of a content folder, wherever they are read from; paths are below it, in Unicode's form NFC, with `/`
 * between their parts.
 */
export interface ContentFiles {
  /** Every file, folder by folder, in the order of their names. */
  readonly paths: readonly string[];
  /** Every symbolic link: none is followed. */
  readonly links: readonly string[];
  /** What lies there and cannot be read by its name, and folders that cannot be listed. */
  readonly unknown: readonly Finding[];
  /** What is wrong with names of folders. */
  readonly findings: readonly Finding[];
  /**
   * The bytes of a file; of a text that is too large, only as many as show that it is. Throws where it cannot be read,
   * or was changed.
   */
  readonly read: (path: string) => Uint8Array;
  readonly sizeOf: (path: string) => number | undefined;
  /** Something that changes whenever the file does. */
  readonly stamp?: (path: string) => string;
  /** The path below the folder under which the disk has a file, accents and all. */
  readonly nameOnDisk: (path: string) => string;
  /** Throws `ContentFolderError` where a file or folder is no longer as it was when this began. */
  readonly confirm: () => void;
}

/**
 * A file that was changed within this time before it was read could be changed again without another time of change, in
 * milliseconds.
 */
const COARSEST_CLOCK = 2000;

/** The files as they are on disk. Throws `ContentFolderError` where there is no such folder. */
export function filesOnDisk(folder: string, disk: Disk = DISK): ContentFiles {
  const root = realPath(folder);
  const listed = listWhole(root, folder, disk);
  const { files } = listed;
  const inFolder = (path: string): Buffer => join(Buffer.from(root), files.get(path)?.name ?? Buffer.from(path));
  const asListed = (path: string, facts: DiskFacts): void => {
    const known = files.get(path)?.facts;
    if (known !== undefined && facts.stamp !== known.stamp) throw changed(path);
  };
  const now = Date.now();
  return {
    paths: [...files.keys()],
    links: listed.links,
    unknown: listed.unknown,
    findings: listed.findings,
    sizeOf: (path) => files.get(path)?.facts.size,
    read: (path) =>
      boundedText(path, files.get(path)?.facts.size ?? 0, () => {
        try {
          const { bytes, after } = onFile(path, () => disk.read(inFolder(path)));
          asListed(path, after);
          return bytes;
        } catch (error) {
          if (isGone(error)) throw changed(path);
          throw error;
        }
      }),
    stamp: (path) => {
      const facts = files.get(path)?.facts;
      const isYoung = facts !== undefined && now - facts.changedAt < COARSEST_CLOCK;
      return isYoung ? `${facts.stamp} read at ${now} ${performance.now()}` : (facts?.stamp ?? "");
    },
    nameOnDisk: (path) => files.get(path)?.name.toString() ?? path,
    confirm: () => {
      const { stamps, failures } = listWhole(root, folder, disk);
      const [failure] = [...listed.failures, ...failures];
      for (const path of [...listed.stamps.keys(), ...stamps.keys()])
        if (listed.stamps.get(path) !== stamps.get(path)) throw failure ?? changed(path);
    },
  };
}

/** Of a text that is too large, only as much as shows that it is. */
export function boundedText(path: string, size: number, read: () => Uint8Array): Uint8Array {
  const isText = path.endsWith(".md") || isOfWholeSite(path) || isOutcomesFile(path);
  return isText && size > MOST_READ ? new Uint8Array(MOST_READ) : read();
}

/** A file that is open in an editor: its bytes, and what changes whenever they do. */
export interface OpenFile {
  readonly bytes: Uint8Array;
  readonly stamp: string;
}

/**
 * The same files, but with the bytes of open ones in the place of those on disk, or as more of them. What an editor
 * shows is published by nobody, so nothing is confirmed.
 */
export function withOpenFiles(files: ContentFiles, open: ReadonlyMap<string, OpenFile>): ContentFiles {
  const { stamp } = files;
  return {
    ...files,
    paths: [...files.paths.filter((path) => !open.has(path)), ...open.keys()].sort(folderByFolder),
    links: files.links.filter((path) => !open.has(path)),
    read: (path) => {
      const bytes = open.get(path)?.bytes;
      return bytes === undefined ? files.read(path) : boundedText(path, bytes.length, () => bytes);
    },
    sizeOf: (path) => open.get(path)?.bytes.length ?? files.sizeOf(path),
    ...(stamp && { stamp: (path: string) => open.get(path)?.stamp ?? stamp(path) }),
    confirm: () => {},
  };
}

/** The order in which a folder is read: each folder's names in order, and what a folder holds in its place. */
export function folderByFolder(a: string, b: string): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const index = one.findIndex((part, at) => part !== other[at]);
  return compareTexts(one[index] ?? "", other[index] ?? "");
}

/** What is said where the content is not the same at the end as at the beginning. */
function changed(path: string): ContentFolderError {
  const where = path === "" ? "the content folder" : path;
  return new ContentFolderError(
    `${where} was changed, moved or deleted while the content was read, so it is not known what is to be published: run it again when nothing else writes there`,
  );
}

/** Whether a file or folder is no longer where it was. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "ELOOP"].includes(String(error.code));
}

interface Listed {
  /** Files by their paths, with the names that the disk has. */
  readonly files: Map<string, { readonly name: Buffer; readonly facts: DiskFacts }>;
  readonly links: string[];
  readonly unknown: Finding[];
  readonly findings: Finding[];
  /** What tells whether a file or a folder was changed, of all that there are. */
  readonly stamps: Map<string, string>;
  /** What the disk did not tell, so that it may seem to be changed where it tells it the other time. */
  readonly failures: ContentFolderError[];
  /** What the content folder is called. */
  readonly shown: string;
}

function listWhole(root: string, shown: string, disk: Disk): Listed {
  const listed: Listed = {
    ...{ files: new Map(), links: [], unknown: [], findings: [], stamps: new Map(), failures: [] },
    shown,
  };
  const top = Buffer.from(root);
  try {
    disk.list(top);
  } catch (error) {
    const words = isGone(error) ? undefined : formatSystemError(error, shown);
    throw new ContentFolderError(words ?? `there is no folder ${shown} that can be read`);
  }
  walk(top, { name: Buffer.alloc(0), path: "" }, listed, disk);
  return listed;
}

/** A folder or file below the content folder: its name there as the disk has it, and its path. */
interface Below {
  readonly name: Buffer;
  readonly path: string;
}

function walk(root: Buffer, folder: Below, listed: Listed, disk: Disk): void {
  for (const { name, kind, below, isReadable } of entriesOf(root, folder, listed, disk)) {
    const { path } = below;
    const ignored = isIgnored(name, kind === "folder" ? "folder" : "file");
    if (kind === "link") listed.links.push(path);
    else if (ignored) continue;
    else if (!isReadable) listed.unknown.push(badName(path));
    else if (kind === "other") listed.unknown.push(neitherFileNorFolder(path));
    else if (kind === "folder") {
      if (path === SETTINGS) throw new ContentFolderError(`${path} is a folder, and must be a file`);
      if (path.endsWith(".md")) listed.findings.push(folderAsText(path));
      walk(root, below, listed, disk);
    } else if (listed.files.has(path)) listed.unknown.push(sameName(path));
    else {
      const facts = factsOf(join(root, below.name), path, disk, (error) =>
        listed.unknown.push(unlooked("file", path, error, listed)),
      );
      if (facts === undefined) continue;
      listed.files.set(path, { name: below.name, facts });
      listed.stamps.set(path, facts.stamp);
    }
  }
}

interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
  readonly below: Below;
  /** Whether the name is text, and so can be written in a report or an address. */
  readonly isReadable: boolean;
}

function entriesOf(root: Buffer, folder: Below, listed: Listed, disk: Disk): readonly Entry[] {
  const whole = join(root, folder.name);
  // A folder's own stamp changes when something in it comes or goes, so it is taken before its names are.
  const facts = factsOf(whole, folder.path, disk, (error) => unlooked("folder", folder.path, error, listed));
  listed.stamps.set(`${folder.path}/`, facts?.stamp ?? "");
  try {
    return disk
      .list(whole)
      .map((entry): Entry => {
        const text = textOf(entry.name);
        const name = text?.normalize("NFC") ?? escaped(entry.name);
        const path = folder.path === "" ? name : `${folder.path}/${name}`;
        const below = { name: join(folder.name, entry.name), path };
        return { name, kind: entry.kind, below, isReadable: text !== undefined };
      })
      .sort((a, b) => compareTexts(a.name, b.name));
  } catch (error) {
    if (isGone(error)) throw changed(folder.path);
    listed.unknown.push(unlooked("folder", folder.path, error, listed));
    return [];
  }
}

/** What the disk knows of a file or folder; nothing, where it does not say, of which is told. */
function factsOf(whole: Buffer, path: string, disk: Disk, tell: (error: unknown) => void): DiskFacts | undefined {
  try {
    return disk.factsOf(whole);
  } catch (error) {
    if (isGone(error)) throw changed(path);
    tell(error);
    return undefined;
  }
}

function join(folder: Buffer, name: Buffer): Buffer {
  if (folder.length === 0) return name;
  return name.length === 0 ? folder : Buffer.concat([folder, Buffer.from("/"), name]);
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A name as text; nothing, where its bytes are not UTF-8. */
export function textOf(name: Uint8Array): string | undefined {
  try {
    return UTF8.decode(name);
  } catch {
    return undefined;
  }
}

/**
 * A name whose bytes are not UTF-8, with each byte that is none of ASCII's letters written as figures: `caf\xE9.md`.
 */
export function escaped(name: Uint8Array): string {
  return Array.from(name, (byte) =>
    byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");
}

/** What is said of a name that is not UTF-8. */
export function badName(path: string): Finding {
  return {
    rule: "file-name",
    place: { path, line: 1, column: 1 },
    message: "the name is not written in UTF-8, so it cannot be read, and it is not known what it withholds",
    fix: "give it a name in plain letters and figures; a program that unpacked or copied it from an old system may have spoilt an accent",
  };
}

/** What is said of the second of two names that look alike. */
export function sameName(path: string): Finding {
  return {
    rule: "output-path-twice",
    place: { path, line: 1, column: 1 },
    message: "two files have this name, and differ only in how its accents are stored",
    fix: "keep one of the two: compare them, as they may not be the same; or rename one",
  };
}

/** What is said of a folder that cannot be opened, or a file in one of which the names can be listed, and nothing else. */
function unlooked(kind: "file" | "folder", path: string, error: unknown, { failures, shown }: Listed): Finding {
  const name = path === "" ? shown : path;
  const { why, fix, isForbidden } = whyUnread(error, name);
  failures.push(new ContentFolderError(`${name} cannot be read: ${why}`));
  const [how, which] = kind === "folder" ? ["opened", "it"] : ["looked at", "its folder"];
  return {
    rule: "file-unreadable",
    place: { path, line: 1, column: 1 },
    message: `this ${kind} cannot be ${how}, so it is not known what is in it and what it withholds${isForbidden ? "" : `: ${why}`}`,
    fix: isForbidden
      ? `give the account that runs scrutineer the right to open ${which}, or take it out of the content folder`
      : fix,
  };
}

/** A pipe, a socket or a device: nothing is read from it, as it may answer otherwise each time, or never. */
function neitherFileNorFolder(path: string): Finding {
  return {
    rule: "file-unreadable",
    place: { path, line: 1, column: 1 },
    message: "this is neither a file nor a folder, so it is not known what is in it and what it withholds",
    fix: "take it out of the content folder",
  };
}

function folderAsText(path: string): Finding {
  return {
    rule: "file-elsewhere",
    place: { path, line: 1, column: 1 },
    message: "this is a folder, and its name ends in .md like that of a text",
    fix: "take .md off the name of the folder, or delete the folder",
  };
}
