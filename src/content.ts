import type { Attachment } from "./model.ts";
import type { Finding } from "./rules/catalogue.ts";
import type { Sealed } from "./sealed.ts";

/** A content folder as it was read; paths are below it, with `/` between their parts. */
export interface Content {
  readonly texts: ReadonlyMap<string, Sealed<Uint8Array>>;
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly settings: Uint8Array | undefined;
  readonly others: readonly string[];
  readonly findings: readonly Finding[];
}

/** The path of the settings. */
export const SETTINGS = "site.yml";
