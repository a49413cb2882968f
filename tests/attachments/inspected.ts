import { inspectAttachment } from "../../src/attachments/attachment.ts";
import { hashOf } from "../../src/io/file-hash.ts";
import type { Attachment } from "../../src/model/report.ts";

/** What is learned of a file, as when a content folder is read. */
export function inspected(path: string, bytes: Uint8Array): Attachment {
  return inspectAttachment(path, bytes, hashOf(bytes));
}
