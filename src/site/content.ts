import type { Finding } from "../diagnostics/catalogue.ts";
import type { Attachment } from "../model/report.ts";
import type { Sealed } from "../model/sealed.ts";

/** Files by their paths, each of which may be read only when it is asked for. */
export interface FilesByPath<File> {
  /** Every path, folder by folder, in the order of their names. */
  readonly keys: () => Iterable<string>;
  readonly has: (path: string) => boolean;
  readonly get: (path: string) => File | undefined;
  /** Why a file that is there cannot be read, and so is not given. */
  readonly unread?: (path: string) => Finding | undefined;
  /** The length of a file in bytes, which is known without reading it. */
  readonly sizeOf?: (path: string) => number | undefined;
  /** Whether a file that was asked for is the same object when it is asked for again. It is, if nothing is said. */
  readonly isHeld?: boolean;
}

/** A content folder; paths are below it, in Unicode's form NFC, with `/` between their parts. */
export interface Content {
  readonly texts: FilesByPath<Sealed<Uint8Array>>;
  readonly attachments: FilesByPath<Attachment>;
  readonly settings: Uint8Array | undefined;
  readonly others: readonly string[];
  readonly findings: readonly Finding[];
  /** What lies here and cannot be read by its name, so that nobody knows what it holds: each has a finding. */
  readonly unknown?: readonly string[];
}

/** The path of the settings. */
export const SETTINGS = "site.yml";
