import { encodePath, ownFolder, resolvePath } from "../addresses.ts";
import type { Attachment, Place } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";

/** What a report may know of the files around it. */
export interface FileLookup {
  readonly attachment: (path: string) => Attachment | undefined;
  /** Whether there is a file of any kind. */
  readonly exists: (path: string) => boolean;
  /** Paths of files that some report withholds: withheld in one place is withheld everywhere. */
  readonly isWithheld: (path: string) => boolean;
}

/** The folder of files that several reports use. */
export const SHARED = "shared/";

/** The file that a report names, if it is there and may be published; what is wrong with it is raised. */
export function findFile(
  reportPath: string,
  fromFile: string,
  written: string,
  place: Place,
  files: FileLookup,
  raise: Raise,
): Attachment | undefined {
  const path = pathToPublish(reportPath, fromFile, written);
  if (path === undefined) {
    raise({
      rule: "file-place",
      place,
      message: `${written} lies outside the folders that this report may publish from`,
      fix: `put the file into ${ownFolder(reportPath)} or ${SHARED} in the content folder, and write its path from here`,
    });
    return undefined;
  }
  const attachment = files.attachment(path);
  if (attachment === undefined) {
    raise({
      rule: "annex-file-missing",
      place,
      message: `there is no file ${path} in the content folder`,
      fix: "check the spelling, capitals too, or put the file there",
    });
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
  return attachment;
}

/** Whether a file that a report names is withheld elsewhere, and so everywhere; raises that it is. Taking something down breaks no other report. */
export function isWithheldFile(
  reportPath: string,
  fromFile: string,
  written: string,
  place: Place,
  files: FileLookup,
  raise: Raise,
): boolean {
  const path = pathToPublish(reportPath, fromFile, written);
  if (path === undefined || !files.isWithheld(path)) return false;
  const message = "this file is withheld elsewhere, and so everywhere: it is not published here";
  const fix = "take it out here, or attach a copy from which what is withheld has been taken out";
  raise({ rule: "file-withheld", place, message, fix });
  return true;
}

/** The path that is written, if it lies in a folder from which the report may publish. */
function pathToPublish(reportPath: string, fromFile: string, written: string): string | undefined {
  const path = resolvePath(fromFile, written);
  return [ownFolder(reportPath), SHARED].some((folder) => path?.startsWith(folder)) ? path : undefined;
}

/** The address of a file on the page of its report: its path below the report's folder, or that of the shared folder. */
export function fileHref(reportPath: string, filePath: string): string {
  const folder = ownFolder(reportPath);
  if (filePath.startsWith(folder)) return encodePath(filePath.slice(folder.length));
  return "../".repeat(folder.split("/").length - 1) + encodePath(filePath);
}

/** "PDF, 1.2 MB, 4 pages". */
export function describeFile({ format, bytes, pages }: Attachment): string {
  const parts = [format, sizeInWords(bytes)];
  if (pages !== undefined) parts.push(pages === 1 ? "1 page" : `${pages} pages`);
  return parts.join(", ");
}

/** "1.2 MB"; sizes are decimal, as file managers show them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const kilobytes = Math.round(bytes / 1000);
  if (kilobytes < 1000) return `${kilobytes} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")} MB`;
}
