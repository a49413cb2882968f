import { foldersAbove, oneSpelling, ownFolder, resolvePath } from "../addresses.ts";
import type { Content } from "../content.ts";
import { SHARED } from "../report/file-lookup.ts";
import { Sealed } from "../sealed.ts";
import type { Reports } from "./opened-reports.ts";

/** The files that some report withholds: withheld in one place is withheld everywhere. */
export interface WithheldFiles {
  /** Whether a file is withheld, by its name, its folder or its content. */
  readonly has: (path: string) => boolean;
  /** Whether a report names the file, and withholds it. */
  readonly isNamed: (path: string) => boolean;
}

/** Finds withheld files when the first is asked for; only reports that `mayWithhold` says may withhold a file are opened. */
export function withheldFiles(
  content: Content,
  reports: Reports,
  mayWithhold: (path: string) => boolean,
): WithheldFiles {
  const named = once(() => findNamed(content, reports, reports.paths.filter(mayWithhold)));
  const byFolder = once(() => groupedByFolder(reports.paths));
  /** All that lies beside a withheld report, or beside one of which nobody knows whether it is. */
  const isBesideWithheld = (path: string): boolean =>
    foldersAbove(oneSpelling(path))
      .flatMap((folder) => byFolder().get(`${folder}/`) ?? [])
      .some((report) => reports.open(report)?.reading?.confidentiality !== "public");
  return {
    has: (path) => {
      const { files, contents, isSharedInDoubt } = named();
      return (
        files.has(oneSpelling(path)) ||
        (isSharedInDoubt && oneSpelling(path).startsWith(SHARED)) ||
        isBesideWithheld(path) ||
        (contents.size > 0 && contents.has(contentOf(content, path) ?? ""))
      );
    },
    isNamed: (path) => named().files.has(oneSpelling(path)),
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

interface Named {
  readonly files: ReadonlySet<string>;
  readonly contents: ReadonlySet<string>;
  /** Whether a report that cannot be read may withhold a file that others share. */
  readonly isSharedInDoubt: boolean;
}

/** The files of withheld annexes and of withheld reports' annexes, by name and by content. */
function findNamed(content: Content, reports: Reports, candidates: readonly string[]): Named {
  const files = new Set<string>();
  const contents = new Set<string>();
  // Of reports that cannot be read nobody knows what they withhold until they are mended.
  const unread = candidates.filter((path) => reports.open(path)?.reading === undefined);
  const isSharedInDoubt = unread.some((path) => mayNameShared(content, path));
  // Any file beside a report that cannot be read may be one that it withholds, and so may a copy of it.
  const inDoubt = new Set([...unread.map(ownFolder), ...(isSharedInDoubt ? [SHARED] : [])]);
  for (const path of inDoubt.size === 0 ? [] : [...content.texts.keys(), ...content.attachments.keys()]) {
    const isInDoubt = foldersAbove(path).some((folder) => inDoubt.has(`${folder}/`));
    const kept = isInDoubt ? contentOf(content, path) : undefined;
    if (kept !== undefined) contents.add(kept);
  }
  for (const candidate of candidates) {
    const reading = reports.open(candidate)?.reading;
    const isOpen = reading?.confidentiality === "public";
    for (const { file, withholding } of reading?.frontmatter.annexes ?? []) {
      const path = file === undefined ? undefined : resolvePath(candidate, file);
      if (path === undefined || (withholding === undefined && isOpen)) continue;
      files.add(oneSpelling(path));
      const kept = contentOf(content, path);
      if (kept !== undefined) contents.add(kept);
    }
  }
  return { files, contents, isSharedInDoubt };
}

function contentOf(content: Content, path: string): string | undefined {
  const text = content.texts.get(path);
  return text === undefined ? content.attachments.get(path)?.hash : new TextDecoder("latin1").decode(Sealed.open(text));
}

/** Whether a report that cannot be read may name a file that others share. */
function mayNameShared(content: Content, path: string): boolean {
  const bytes = content.texts.get(path);
  const raw = bytes === undefined ? "" : new TextDecoder().decode(Sealed.open(bytes));
  // Within quotation marks YAML knows a backslash, with which the name can be written otherwise.
  return raw.includes("\uFFFD") || /shared|\\|\0/i.test(raw);
}

/**
 * Whether a report may withhold a file, judged without reading its frontmatter, and so with every doubt counted as yes. A report
 * withholds what lies in its folder, what its `annexes:` name in a `file:`, and, where it cannot be read, what is shared if it may
 * name that. None of these can be without a file in its folder, one of those words, or a sign that writes them otherwise.
 */
export function whatMayWithhold(content: Content): (path: string) => boolean {
  const paths = [...content.texts.keys(), ...content.attachments.keys()];
  const folders = new Set(paths.flatMap(foldersAbove).map((folder) => `${folder}/`));
  return (path) => {
    if (folders.has(ownFolder(path)) || mayNameShared(content, path)) return true;
    const bytes = content.texts.get(path);
    const raw = bytes === undefined ? "" : new TextDecoder("latin1").decode(Sealed.open(bytes));
    const end = /[\n\r]---/.exec(raw);
    return /file/i.test(end === null ? raw : raw.slice(0, end.index));
  };
}
