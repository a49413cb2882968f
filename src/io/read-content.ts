import { type Content, type FilesByPath, SETTINGS } from "../content.ts";
import type { Attachment } from "../model.ts";
import type { Finding } from "../rules/catalogue.ts";
import { Sealed } from "../sealed.ts";
import { type ContentFiles, filesOnDisk } from "./content-files.ts";
import { hashOf } from "./file-hash.ts";

/** A content folder that has been read as a whole. */
export interface WholeContent extends Content {
  readonly texts: ReadonlyMap<string, Sealed<Uint8Array>>;
  readonly attachments: ReadonlyMap<string, Attachment>;
}

/**
 * Reads a content folder: the texts of reports, annexes, meetings and plain pages whole, of other files what is to be known of them.
 * Symbolic links are not followed, and raised. Throws `ContentFolderError` where there is no such folder.
 */
export async function readContent(folder: string): Promise<WholeContent> {
  const { texts, attachments, ...rest } = await openContent(filesOnDisk(folder));
  return { ...rest, texts: whole(texts), attachments: whole(attachments) };
}

function whole<File>(files: FilesByPath<File>): ReadonlyMap<string, File> {
  return new Map(Array.from(files.keys(), (path) => [path, files.get(path)] as const).filter(isThere));
}

function isThere<File>(entry: readonly [string, File | undefined]): entry is readonly [string, File] {
  return entry[1] !== undefined;
}

/** What was read before: a file whose stamp is the same is not read again. */
export interface ReadBefore {
  readonly texts: Kept<Sealed<Uint8Array>>;
  readonly attachments: Kept<Attachment>;
  readonly settings: Kept<Uint8Array>;
}

type Kept<File> = Map<string, { readonly stamp: string; readonly file: File }>;

/** Nothing was read before. */
export function nothingRead(): ReadBefore {
  return { texts: new Map(), attachments: new Map(), settings: new Map() };
}

/** A content folder of which each file is read, and looked into, when it is first asked for. Symbolic links are raised. */
export async function openContent(files: ContentFiles, before: ReadBefore = nothingRead()): Promise<Content> {
  const texts = files.paths.filter((path) => path.endsWith(".md") && /^(?:reports|meetings|pages)\//.test(path));
  const isAttachable = (path: string): boolean => !path.endsWith(".md") && /^(?:reports|shared)\//.test(path);
  const attachments = files.paths.filter(isAttachable);
  const settings = files.paths.filter((path) => path === SETTINGS);
  const known = new Set([...texts, ...attachments, ...settings]);
  // Looking into files takes much of the program, which a folder of nothing but Markdown does without.
  const inspect = attachments.length > 0 ? (await import("../attachments/attachment.ts")).inspectAttachment : undefined;
  return {
    texts: whenAsked(files, texts, before.texts, (path) => new Sealed(files.read(path))),
    attachments: whenAsked(files, attachments, before.attachments, (path) => {
      const bytes = files.read(path);
      return inspect?.(path, bytes, hashOf(bytes));
    }),
    settings: whenAsked(files, settings, before.settings, (path) => files.read(path)).get(SETTINGS),
    others: files.paths.filter((path) => !known.has(path)),
    findings: files.links.map(symbolicLink),
  };
}

/** Files that are read when they are first asked for. One that is gone by then is there without content, as if it could not be read. */
function whenAsked<File>(
  { stamp }: ContentFiles,
  paths: readonly string[],
  before: Kept<File>,
  read: (path: string) => File | undefined,
): FilesByPath<File> {
  const known = new Set(paths);
  const asked = new Map<string, File | undefined>();
  const find = (path: string): File | undefined => {
    const now = stamp?.(path) ?? "";
    const kept = before.get(path);
    if (stamp !== undefined && kept?.stamp === now) return kept.file;
    const file = read(path);
    if (file !== undefined) before.set(path, { stamp: now, file });
    return file;
  };
  return {
    keys: () => known,
    has: (path) => known.has(path),
    get: (path) => {
      if (!known.has(path)) return undefined;
      if (!asked.has(path))
        asked.set(
          path,
          orGone(() => find(path)),
        );
      return asked.get(path);
    },
  };
}

function orGone<File>(read: () => File | undefined): File | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function symbolicLink(path: string): Finding {
  return {
    rule: "file-symbolic-link",
    place: { path, line: 1, column: 1 },
    message: "this is a symbolic link, which could lead to a file outside the content folder",
    fix: "put a copy of the file in its place",
  };
}
