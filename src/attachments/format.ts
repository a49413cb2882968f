import type { Attachment } from "../model/report.ts";

/** What is published of a file, and what readers are told about it. */
export interface Cleaned {
  readonly bytes: Uint8Array;
  /** Looks for words that are published in it without being seen, and tells where they are. */
  readonly unseenWords?: () => readonly string[];
  readonly facts?: Pick<Attachment, "pages" | "width" | "height" | "characters">;
}

/** Looks into a file's bytes and gives what may be published of them; throws `RefusedFile` where that is nothing. */
export type Clean = (bytes: Uint8Array) => Cleaned;
