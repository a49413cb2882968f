import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Counts } from "./counts.ts";

/** What came of a run, as printers get it; it holds nothing that may not be shown. */
export interface Findings {
  /** What is to be printed, in reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many were found, whether or not they are to be printed. */
  readonly counts: Counts;
  readonly reports: readonly CheckedReport[];
  readonly plainFiles: readonly CheckedPlainFile[];
  /** What is before a path below the content folder, seen from where the command was started. */
  readonly folder: string;
  /** The same, seen from the root of the repository. */
  readonly folderInRepository: string;
  /** The program's own version. */
  readonly version: string;
}

/**
 * A report that was checked. The file name of one that the public has no page of is not told where nothing was found in
 * it.
 */
export interface CheckedReport {
  readonly path: string;
  readonly isPublished: boolean;
}

/** The file of a meeting, or a plain page, that was checked: none of them is confidential. */
export interface CheckedPlainFile {
  readonly path: string;
  readonly kind: "meeting" | "page";
}

/** The path of a file as a reader of the message can open it. */
export function pathIn(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** Lines longer than this are left out of data, which would else hold them once for each of what is found in them. */
export const LONGEST_LINE = 1000;
