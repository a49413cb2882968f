import type { Attachment } from "./model.ts";
import type { Finding } from "./rules/catalogue.ts";
import type { Sealed } from "./sealed.ts";

/** Files by their paths, each of which may be read only when it is asked for. */
export interface FilesByPath<File> {
  /** Every path, folder by folder, in the order of their names. */
  readonly keys: () => Iterable<string>;
  readonly has: (path: string) => boolean;
  readonly get: (path: string) => File | undefined;
}

/** A content folder; paths are below it, with `/` between their parts. */
export interface Content {
  readonly texts: FilesByPath<Sealed<Uint8Array>>;
  readonly attachments: FilesByPath<Attachment>;
  readonly settings: Uint8Array | undefined;
  readonly others: readonly string[];
  readonly findings: readonly Finding[];
}

/** The path of the settings. */
export const SETTINGS = "site.yml";
