import {
  encodePath,
  isPlaceOfReport,
  ownFolder,
  relativeAddress,
  reportAddress,
  resolvePath,
} from "../../addresses/addresses.ts";
import { problemOfName } from "../../addresses/file-names.ts";
import { isIgnoredPath } from "../../addresses/ignored-names.ts";
import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import { fillIn, wordsIn } from "../../interface/translations.ts";
import type { Attachment } from "../../model/report.ts";
import type { Language } from "../../model/settings.ts";
import type { Place } from "../../model/source.ts";

/** What a report may know of the files around it. */
export interface FileLookup {
  readonly attachment: (path: string) => Attachment | undefined;
  /** Whether there is a file of any kind. */
  readonly exists: (path: string) => boolean;
  /** Paths of files that some report withholds: withheld in one place is withheld everywhere. */
  readonly isWithheld: (path: string) => boolean;
  /** Whether a file is held back only because something that cannot be read may withhold it. */
  readonly isInDoubt?: (path: string) => boolean;
  /** The folder in which a file lies, where that is the folder of a report that is not there. */
  readonly folderWithoutReport?: (path: string) => string | undefined;
}

/** The folder of files that several reports use. */
export const SHARED = "shared/";

/** So many places of words that are not seen are told. */
const MOST_PLACES = 5;

/** A page that may publish files: where it is, and the folder of its own files, where it may have one. */
export interface FileOwner {
  readonly address: string;
  readonly folder: string | undefined;
}

/** A report as the owner of the files that lie in its folder. */
export function reportOwner(path: string): FileOwner {
  return { address: reportAddress(path), folder: ownFolder(path) };
}

/** The path of a file as an author wrote it, and where. */
export interface NamedFile {
  readonly fromFile: string;
  readonly written: string;
  readonly place: Place;
}

/** The file that a page names, if it is there and may be published; what is wrong with it is raised. */
export function findFile(
  owner: FileOwner,
  { fromFile, written, place }: NamedFile,
  files: FileLookup,
  raise: Raise,
): Attachment | undefined {
  const path = pathToPublish(owner, fromFile, written);
  const lone = files.folderWithoutReport?.(resolvePath(fromFile, written) ?? "");
  if (lone !== undefined) {
    raise(filesInLoneFolder(lone, owner, place));
    return undefined;
  }
  if (path === undefined) {
    const [where, folders] =
      owner.folder === undefined
        ? ["the folder that this page may publish from", SHARED]
        : ["the folders that this report may publish from", `${owner.folder} or ${SHARED}`];
    raise({
      rule: "file-place",
      place,
      message: `${written} is outside ${where}`,
      fix: `put the file into ${folders} in the content folder, and write its path from here`,
    });
    return undefined;
  }
  const attachment = files.attachment(path);
  if (attachment === undefined) {
    raise({
      rule: "annex-file-missing",
      place,
      ...(isIgnoredPath(path)
        ? {
            message: `${path} is ignored, because it has the name of a backup or of a file that programs leave behind`,
            fix: "give the file another name, here and in its folder",
          }
        : {
            message: `there is no file ${path} in the content folder`,
            fix: "check the spelling, capitals too, or put the file there",
          }),
    });
    return undefined;
  }
  const problem = path
    .split("/")
    .map(problemOfName)
    .find((one) => one !== undefined);
  if (problem !== undefined) {
    raise({ rule: "file-name", place, ...problem });
    return undefined;
  }
  if (attachment.refusal !== undefined) {
    raise({
      rule: "file-refused",
      place,
      message: `${path} cannot be published: ${attachment.refusal}`,
      fix: attachment.remedy ?? "print it to a new PDF, or save the figures as CSV, and attach that",
    });
    return undefined;
  }
  raiseClash(owner, path, place, raise);
  if (attachment.unseenWords !== undefined) {
    const [places, more] = [attachment.unseenWords.slice(0, MOST_PLACES), attachment.unseenWords.length - MOST_PLACES];
    raise({
      rule: "file-words-unseen",
      place,
      message:
        `${path} has words that readers do not see and can copy all the same: ` +
        `${places.join("; ")}${more > 0 ? `; and in ${more} more ${more === 1 ? "place" : "places"}` : ""}`,
      fix: "take the words out of the document that the file was made from, and make it again: printing it keeps them",
    });
  }
  return attachment;
}

function filesInLoneFolder(lone: string, { folder }: FileOwner, place: Place): Finding {
  const name = lone.slice(lone.lastIndexOf("/") + 1);
  return {
    rule: "folder-without-report",
    place,
    message: `this file is in ${name}/, and there is no report ${name}.md beside that folder; other files in it are not listed`,
    fix:
      folder === undefined
        ? "move it into shared/, and write its path from here"
        : `if ${name}/ is the folder of this report, give it the name ${folder.slice(0, -1).replace(/^.*\//, "")}/, in this report, too`,
  };
}

/** Raises that a file would be written over its report, or the report over it. */
export function raiseClash({ folder }: FileOwner, path: string, place: Place, raise: Raise): void {
  if (folder === undefined || !isPlaceOfReport(folder, path)) return;
  raise({
    rule: "output-path-twice",
    place,
    message: "the site publishes the report itself under the name of this file",
    fix: "give the file another name",
    quotesNothing: true,
  });
}

/**
 * Whether a file that a page names is withheld elsewhere, and so everywhere; raises that it is. Taking something down
 * breaks no other report.
 */
export function isWithheldFile(
  owner: FileOwner,
  { fromFile, written, place }: NamedFile,
  files: FileLookup,
  raise: Raise,
): boolean {
  const path = pathToPublish(owner, fromFile, written);
  if (path === undefined || !files.isWithheld(path)) return false;
  raise({ rule: "file-withheld", place, ...(files.isInDoubt?.(path) ? IN_DOUBT : WITHHELD) });
  return true;
}

const WITHHELD = {
  message: "this file is withheld elsewhere, and so everywhere: it is not published here",
  fix: "take it out here, or attach a copy from which what is withheld has been taken out",
};

const IN_DOUBT = {
  message: "this file is not published, because a report, file or folder that cannot be read may withhold it",
  fix: "see the errors about what cannot be read; when they are fixed, the file is published again",
};

/** The path that is written, if it lies in a folder from which the page may publish. */
function pathToPublish({ folder }: FileOwner, fromFile: string, written: string): string | undefined {
  const path = resolvePath(fromFile, written);
  return [SHARED, ...(folder === undefined ? [] : [folder])].some((one) => path?.startsWith(one)) ? path : undefined;
}

/**
 * The address of a file on the page that names it: its path below the page's own folder, or that of the shared folder.
 */
export function fileHref({ address, folder }: FileOwner, filePath: string): string {
  if (folder !== undefined && filePath.startsWith(folder)) return encodePath(filePath.slice(folder.length));
  return relativeAddress(address, encodePath(filePath));
}

/** "PDF, 1.2 MB, 4 pages", in the language of the page that links to the file. */
export function describeFile(
  { format, bytes, pages }: Pick<Attachment, "format" | "bytes" | "pages">,
  lang: Language,
): string {
  const words = wordsIn(lang);
  const parts = [format, formatSize(bytes, lang)];
  if (pages !== undefined)
    parts.push(pages === 1 ? words.filePagesOne : fillIn(words.filePages, { count: String(pages) }));
  return parts.join(", ");
}

/** "1.2 MB"; sizes are decimal, as file managers show them. */
export function formatSize(bytes: number, lang: Language): string {
  const words = wordsIn(lang);
  if (bytes < 1000) return bytes === 1 ? words.bytesOne : fillIn(words.bytes, { count: String(bytes) });
  const kilobytes = Math.round(bytes / 1000);
  if (kilobytes < 1000) return `${kilobytes} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}
