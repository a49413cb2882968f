import { foldersAbove, oneSpelling, ownFolder, resolvePath } from "../addresses/addresses.ts";
import { countWords, hashOf, hasOnlyLines, textHashOf } from "../model/file-digests.ts";
import { Sealed } from "../model/sealed.ts";
import { SHARED } from "../report/annexes/attached-files.ts";
import { MAX_BYTES } from "../report/markdown/decode-utf8.ts";
import type { Content } from "./content.ts";
import type { Reports } from "./opened-reports.ts";
import { asciiIn, bytesOf, headIn, isSound } from "./texts-of-files.ts";

/** The files that some report withholds: withheld in one place is withheld everywhere. */
export interface WithheldFiles {
  /** Whether a file is withheld, by its name, its folder or its content. */
  readonly has: (path: string) => boolean;
  /** Whether a file is only held back because nobody knows what a report or a folder that cannot be read withholds. */
  readonly isInDoubt: (path: string) => boolean;
  /** Whether a report names the file, and withholds it. */
  readonly isNamed: (path: string) => boolean;
  /** The file that holds the same text as a report, a meeting or a plain page, and is withheld. */
  readonly withSameText: (path: string) => string | undefined;
  /** Whether these bytes are those of a file that is withheld, or may be. */
  readonly hasBytes: (bytes: Uint8Array) => boolean;
}

/**
 * Finds withheld files when the first is asked for; only reports that `mayWithhold` says may withhold a file are
 * opened. A text that has nothing but `commonLines`, such as a report that was just begun, is the same as no other.
 */
export function withheldFiles(
  content: Content,
  reports: Reports,
  mayWithhold: (path: string) => boolean,
  commonLines: ReadonlySet<string> = new Set(),
): WithheldFiles {
  const named = once(() => findNamed(content, reports, reports.paths.filter(mayWithhold), commonLines));
  const byFolder = once(() => groupedByFolder(reports.paths));
  const readingsBeside = (path: string) =>
    foldersAbove(oneSpelling(path))
      .flatMap((folder) => byFolder().get(`${folder}/`) ?? [])
      .map((report) => reports.open(report)?.reading);
  const isWithheld = (path: string): boolean =>
    named().files.has(oneSpelling(path)) ||
    readingsBeside(path).some((reading) => reading !== undefined && reading.confidentiality !== "public") ||
    isCopy(content, path, named().withheld);
  const isDoubtful = (path: string): boolean => {
    const { isAllInDoubt, isSharedInDoubt, doubtful } = named();
    return (
      isAllInDoubt ||
      (isSharedInDoubt && oneSpelling(path).startsWith(SHARED)) ||
      readingsBeside(path).includes(undefined) ||
      isCopy(content, path, doubtful)
    );
  };
  return {
    has: (path) => isDoubtful(path) || isWithheld(path),
    isInDoubt: (path) => isDoubtful(path) && !isWithheld(path),
    isNamed: (path) => named().files.has(oneSpelling(path)),
    withSameText: (path) => {
      const { texts } = named();
      const hash = texts.size === 0 ? undefined : textHashOfFile(content, path);
      const other = hash === undefined ? undefined : texts.get(hash);
      return other === path ? undefined : other;
    },
    hasBytes: (bytes) => {
      const { withheld, doubtful } = named();
      const digests = [hashOf(bytes), textHashOf(bytes)];
      return digests.some((digest) => digest && (withheld.digests.has(digest) || doubtful.digests.has(digest)));
    },
  };
}

/** Reports by the folder in which their files lie; names that differ in spelling only may be one folder. */
function groupedByFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const folder = oneSpelling(ownFolder(path));
    groups.set(folder, [...(groups.get(folder) ?? []), path]);
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What tells copies of some files. */
interface Contents {
  /** What tells their bytes, and their texts. */
  readonly digests: ReadonlySet<string>;
  /** Those that are too long to be texts, by their lengths: few are ever compared. */
  readonly longFiles: ReadonlyMap<number, readonly string[]>;
}

interface Named {
  readonly files: ReadonlySet<string>;
  /** The contents of files that are withheld for certain. */
  readonly withheld: Contents;
  /** The contents of files that may be withheld. */
  readonly doubtful: Contents;
  /** Files that are withheld for certain, by what tells their texts. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether a report that cannot be read may withhold a file that others share. */
  readonly isSharedInDoubt: boolean;
  /** Whether something cannot be read at all that may withhold any file, or be one that is withheld. */
  readonly isAllInDoubt: boolean;
}

/**
 * The files of withheld annexes, of withheld reports' annexes and folders, and these reports themselves, by name and by
 * content.
 */
function findNamed(
  content: Content,
  reports: Reports,
  candidates: readonly string[],
  commonLines: ReadonlySet<string>,
): Named {
  const files = new Set<string>();
  const certain = new Set<string>();
  const doubtful = new Set<string>();
  // Of reports that cannot be read nobody knows what they withhold until they are fixed.
  const unread = candidates.filter((path) => reports.open(path)?.reading === undefined);
  const isSharedInDoubt = unread.some((path) => mayNameShared(bytesOf(content, path)));
  const closed = candidates.filter((path) => {
    const reading = reports.open(path)?.reading;
    return reading !== undefined && reading.confidentiality !== "public";
  });
  for (const path of closed) certain.add(path);
  for (const path of unread) if (!saysOpen(headIn(bytesOf(content, path)))) doubtful.add(path);
  const closedFolders = new Set(closed.map(ownFolder));
  // Any file beside a report that cannot be read may be one that it withholds, and so may a copy of it.
  const doubtedFolders = new Set([...unread.map(ownFolder), ...(isSharedInDoubt ? [SHARED] : [])]);
  if (closedFolders.size + doubtedFolders.size > 0)
    for (const path of [...content.texts.keys(), ...content.attachments.keys()]) {
      const folders = foldersAbove(path).map((folder) => `${folder}/`);
      if (folders.some((folder) => closedFolders.has(folder))) certain.add(path);
      else if (folders.some((folder) => doubtedFolders.has(folder))) doubtful.add(path);
    }
  for (const candidate of candidates) {
    const reading = reports.open(candidate)?.reading;
    const isOpen = reading?.confidentiality === "public";
    for (const { file, withholding } of reading?.frontmatter.annexes ?? []) {
      const path = file === undefined ? undefined : resolvePath(candidate, file);
      if (path === undefined || (withholding === undefined && isOpen)) continue;
      files.add(oneSpelling(path));
      certain.add(path);
    }
  }
  const all = [...certain, ...doubtful];
  // A long file is read only where another has its length.
  const isUnknown = (path: string): boolean => lengthOfLongFile(content, path) === undefined && !isRead(content, path);
  return {
    files,
    withheld: contentsOf(content, [...certain]),
    doubtful: contentsOf(content, [...doubtful]),
    texts: textsOf(content, [...certain], commonLines),
    isSharedInDoubt,
    isAllInDoubt: (content.unknown ?? []).length > 0 || all.some(isUnknown),
  };
}

function contentsOf(content: Content, paths: readonly string[]): Contents {
  const digests = new Set<string>();
  const longFiles = new Map<number, string[]>();
  for (const path of paths) {
    const size = lengthOfLongFile(content, path);
    if (size === undefined) for (const digest of digestsOf(content, path)) digests.add(digest);
    else longFiles.set(size, [...(longFiles.get(size) ?? []), path]);
  }
  return { digests, longFiles };
}

/** A text of fewer words than this says nothing that could be withheld, and is in many reports ("To follow."). */
const FEWEST_WORDS = 4;

function textsOf(
  content: Content,
  paths: readonly string[],
  commonLines: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const bytes = content.texts.get(path);
    const saysNothing =
      bytes !== undefined &&
      (countWords(Sealed.open(bytes)) < FEWEST_WORDS || hasOnlyLines(Sealed.open(bytes), commonLines));
    const hash =
      saysNothing || lengthOfLongFile(content, path) !== undefined ? undefined : textHashOfFile(content, path);
    if (hash !== undefined && !texts.has(hash)) texts.set(hash, path);
  }
  return texts;
}

/** Whether a file is a copy of one that is withheld, whatever it is called, and whether it is read as a text or not. */
function isCopy(content: Content, path: string, { digests, longFiles }: Contents): boolean {
  const size = lengthOfLongFile(content, path);
  if (size === undefined) return digests.size > 0 && digestsOf(content, path).some((digest) => digests.has(digest));
  const hash = content.attachments.get(path)?.hash;
  const others = longFiles.get(size) ?? [];
  return (
    hash !== "" && others.some((other) => !isRead(content, other) || content.attachments.get(other)?.hash === hash)
  );
}

/** The length of a file that is attached, where it is known and too great for a text. */
function lengthOfLongFile({ attachments }: Content, path: string): number | undefined {
  const size = attachments.has(path) ? attachments.sizeOf?.(path) : undefined;
  return size !== undefined && size > 2 * MAX_BYTES ? size : undefined;
}

/**
 * What tells a file, by its bytes and by its text. Texts that are too large are published by nothing, and so are their
 * copies.
 */
function digestsOf(content: Content, path: string): readonly string[] {
  const text = content.texts.get(path);
  const bytes = text === undefined ? undefined : Sealed.open(text);
  if (bytes !== undefined && bytes.length > 2 * MAX_BYTES) return [];
  const hash = bytes === undefined ? content.attachments.get(path)?.hash : hashOf(bytes);
  return [hash, textHashOfFile(content, path)].flatMap((digest) => digest || []);
}

function textHashOfFile(content: Content, path: string): string | undefined {
  const bytes = content.texts.get(path);
  return bytes === undefined ? content.attachments.get(path)?.textHash : textHashOf(Sealed.open(bytes));
}

/** Whether the content of a file is known, or the file is not there at all. */
function isRead({ texts, attachments }: Content, path: string): boolean {
  if (texts.has(path)) return texts.get(path) !== undefined;
  return !attachments.has(path) || attachments.unread?.(path) === undefined;
}

/** Whether a report that cannot be read may name a file that others share. */
function mayNameShared(bytes: Buffer | undefined): boolean {
  if (bytes === undefined) return true;
  // Within quotation marks YAML knows a backslash, with which the name can be written otherwise.
  return /shared|\\|\0/i.test(asciiIn(bytes)) || !isSound(bytes);
}

/**
 * Whether a report may withhold a file, judged without reading its frontmatter, and so with every doubt counted as yes.
 * A report withholds itself unless it says so, what lies in its folder, what its `annexes:` name in a `file:`, and,
 * where it cannot be read, what is shared if it may name that. None of these can be without a flag that says anything
 * but no, a file in its folder, one of those words, or a sign that writes them otherwise.
 */
export function whatMayWithhold(content: Content): (path: string) => boolean {
  const paths = [...content.texts.keys(), ...content.attachments.keys()];
  const folders = new Set(paths.flatMap(foldersAbove).map((folder) => `${folder}/`));
  return (path) => {
    if (folders.has(ownFolder(path))) return true;
    const bytes = bytesOf(content, path);
    if (mayNameShared(bytes)) return true;
    const head = headIn(bytes);
    return /file/i.test(head) || !saysOpen(head);
  };
}

/** Whether the lines at the top of a report say that it is public, and speak of nothing else that is confidential. */
function saysOpen(head: string): boolean {
  return /^confidential:[ \t]*(?:no|false)[ \t]*$/im.test(head) && head.match(/confidential/gi)?.length === 1;
}
