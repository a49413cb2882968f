import { isOutcomesFile } from "../addresses/addresses.ts";
import type { Finding } from "../diagnostics/catalogue.ts";
import type { Attachment } from "../model/report.ts";
import { Sealed } from "../model/sealed.ts";
import { type Content, type FilesByPath, isOfTheme, SETTINGS } from "../site/content.ts";
import { type ContentFiles, filesOnDisk } from "./content-files.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { hashOf } from "./file-hash.ts";
import { whyUnread } from "./why-unread.ts";

/** Files that are read when they are first asked for. */
interface ReadFiles<File> extends FilesByPath<File> {
  readonly size: number;
  readonly unread: (path: string) => Finding | undefined;
}

/** A content folder, with how many files there are of each kind. */
export interface WholeContent extends Content {
  readonly texts: ReadFiles<Sealed<Uint8Array>>;
  readonly attachments: ReadFiles<Attachment>;
}

/**
 * Reads a content folder: the texts of reports, annexes, meetings and plain pages at once, of other files what is to be
 * known of those that are asked for. Symbolic links are not followed, and raised. Throws `ContentFolderError` where
 * there is no such folder.
 */
export async function readContent(folder: string): Promise<WholeContent> {
  const content = await openContent(filesOnDisk(folder));
  for (const path of content.texts.keys()) content.texts.get(path);
  return content;
}

/** What was read before: a file whose stamp is the same is not read again. */
export interface ReadBefore {
  readonly texts: Kept<Sealed<Uint8Array>>;
  readonly attachments: Kept<Attachment>;
  readonly settings: Kept<Uint8Array>;
  readonly theme: Kept<Uint8Array>;
}

type Kept<File> = Map<string, { readonly stamp: string; readonly file: File }>;

/** Where each text is read again whenever it is asked for, so that none is held. */
type ReadEachTime = "read each time";

/** Nothing was read before. */
export function nothingRead(): ReadBefore {
  return { texts: new Map(), attachments: new Map(), settings: new Map(), theme: new Map() };
}

/** The largest file that is looked into and published, in bytes. */
const LARGEST_ATTACHMENT = 100 * 1024 * 1024;

/**
 * A content folder of which each file is read, and looked into, when it is first asked for. Symbolic links are raised.
 * `held` has what was read before, and takes what is read now.
 */
export async function openContent(
  files: ContentFiles,
  held: ReadBefore | ReadEachTime = nothingRead(),
): Promise<WholeContent> {
  const isHeld = held !== "read each time";
  const before = isHeld ? held : nothingRead();
  const isMarkdown = (path: string): boolean => path.endsWith(".md") && /^(?:reports|meetings|pages)\//.test(path);
  const texts = files.paths.filter((path) => isMarkdown(path) || isOutcomesFile(path));
  const isAttachable = (path: string): boolean =>
    !path.endsWith(".md") && !isOutcomesFile(path) && /^(?:reports|shared)\//.test(path);
  const attachments = files.paths.filter(isAttachable);
  const settings = files.paths.filter((path) => path === SETTINGS);
  const ofTheme = files.paths.filter(isOfTheme);
  const known = new Set([...texts, ...attachments, ...settings, ...ofTheme]);
  // Looking into files takes much of the program, which a folder of nothing but Markdown does without.
  const inspect = attachments.length > 0 ? (await import("../attachments/attachment.ts")).inspectAttachment : undefined;
  const readSettings = whenAsked(files, settings, before.settings, {
    read: (path) => files.read(path),
    isSame: (one, other) => Buffer.compare(one, other) === 0,
  });
  const themeBytes = whenAsked(files, ofTheme, before.theme, {
    read: (path) => files.read(path),
    isSame: (one, other) => Buffer.compare(one, other) === 0,
  });
  const theme = await readTheme(new Map(ofTheme.flatMap((path) => [[path, themeBytes.get(path)] as const])));
  const settingsBytes = readSettings.get(SETTINGS);
  return {
    texts: whenAsked(files, texts, isHeld ? before.texts : undefined, {
      read: (path) => new Sealed(files.read(path)),
      isSame: (one, other) => Buffer.compare(Sealed.open(one), Sealed.open(other)) === 0,
    }),
    attachments: whenAsked(files, attachments, before.attachments, {
      read: (path) => {
        const size = files.sizeOf(path) ?? 0;
        if (size > LARGEST_ATTACHMENT) return tooLarge(path, size);
        const bytes = files.read(path);
        return inspect?.(path, bytes, hashOf(bytes));
      },
      isSame: (one, other) => one.hash === other.hash && one.bytes === other.bytes,
      insteadOf: (path, finding) => ({ ...unpublished(path, 0), refusal: finding.message, remedy: finding.fix }),
    }),
    settings: settingsBytes,
    others: files.paths.filter((path) => !known.has(path)),
    findings: [
      ...files.links.map(symbolicLink),
      ...files.findings,
      ...files.unknown,
      ...[readSettings.unread(SETTINGS), ...ofTheme.map(themeBytes.unread)].filter((finding) => finding !== undefined),
      ...(theme?.findings ?? []),
    ],
    theme,
    unknown: files.unknown.map(({ place }) => place.path),
  };
}

/** The theme of a site that has one: reading it takes the compiler of templates, which others do without. */
async function readTheme(files: ReadonlyMap<string, Uint8Array | undefined>): Promise<Content["theme"]> {
  const read = [...files].flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, bytes] as const]));
  if (read.length === 0) return undefined;
  const theme = await import("../site/theme/read-theme.ts");
  return theme.readTheme(new Map(read));
}

interface Reading<File> {
  readonly read: (path: string) => File | undefined;
  readonly isSame: (one: File, other: File) => boolean;
  /** What is given in place of a file that cannot be read, if anything is. */
  readonly insteadOf?: (path: string, finding: Finding) => File;
}

interface Asked<File> {
  readonly file?: File | undefined;
  readonly unread?: Finding;
}

/**
 * Files that are read when they are first asked for, or each time, where nothing takes them. Why one cannot be read is
 * kept, too.
 */
function whenAsked<File>(
  { stamp, sizeOf }: ContentFiles,
  paths: readonly string[],
  before: Kept<File> | undefined,
  { read, isSame, insteadOf }: Reading<File>,
): ReadFiles<File> {
  const known = new Set(paths);
  const asked = new Map<string, Asked<File>>();
  const find = (path: string): File | undefined => {
    if (before === undefined) return read(path);
    const now = stamp?.(path) ?? "";
    const kept = before.get(path);
    if (stamp !== undefined && kept?.stamp === now) return kept.file;
    const found = read(path);
    // What was made of a file is found again by the file itself, so one that is the same stays.
    const file = found !== undefined && kept !== undefined && isSame(kept.file, found) ? kept.file : found;
    if (file !== undefined) before.set(path, { stamp: now, file });
    return file;
  };
  const ask = (path: string): Asked<File> => {
    if (!known.has(path)) return {};
    const answer = asked.get(path) ?? orUnread(path, () => find(path));
    if (before !== undefined || answer.unread !== undefined) asked.set(path, answer);
    return answer;
  };
  return {
    size: known.size,
    keys: () => known,
    has: (path) => known.has(path),
    get: (path) => {
      const { file, unread } = ask(path);
      return file ?? (unread && insteadOf?.(path, unread));
    },
    unread: (path) => ask(path).unread,
    sizeOf,
    isHeld: before !== undefined,
  };
}

function orUnread<File>(path: string, read: () => File | undefined): Asked<File> {
  try {
    return { file: read() };
  } catch (error) {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
    if (error instanceof ContentFolderError || code === undefined) throw error;
    return { unread: unreadable(path, error) };
  }
}

/** What is said of a file that is there and cannot be read. */
function unreadable(path: string, error: unknown): Finding {
  const { why, fix } = whyUnread(error, path);
  return {
    rule: "file-unreadable",
    place: { path, line: 1, column: 1 },
    message: `this file cannot be read: ${why}`,
    fix,
    quotesNothing: true,
  };
}

function unpublished(path: string, bytes: number): Attachment {
  return { path, bytes, format: "file", hash: "" };
}

function tooLarge(path: string, size: number): Attachment {
  const most = LARGEST_ATTACHMENT / 1024 / 1024;
  return {
    ...unpublished(path, size),
    isTooLarge: true,
    refusal: `it has ${size} bytes, and at most ${LARGEST_ATTACHMENT} (${most} MiB) are accepted`,
    remedy: "save it with smaller pictures, or in parts, and attach those",
  };
}

function symbolicLink(path: string): Finding {
  return {
    rule: "file-symbolic-link",
    place: { path, line: 1, column: 1 },
    message: "this is a symbolic link, which could lead to a file outside the content folder",
    fix: "put a copy of the file in its place",
  };
}
