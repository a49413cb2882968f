import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Attachment } from "../model/report.ts";
import type { Edition } from "../model/settings.ts";
import type { FilesByPath } from "../site/content.ts";
import { isGone } from "./content-files.ts";
import { hashOf } from "./file-hash.ts";
import { PublishError } from "./publish-error.ts";
import { onFile } from "./system-errors.ts";

/** The content folder, with what its files were found to be. */
export interface InspectedFolder {
  readonly folder: string;
  readonly attachments: FilesByPath<Attachment>;
  /** The path below the folder under which the disk has a file, where it is not the same. */
  readonly nameOnDisk?: (path: string) => string;
}

/** What an edition may hold of the file at a path of the content, by the rules of `publishedBytes`. */
export async function publishedFile(content: InspectedFolder, path: string, edition: Edition): Promise<Uint8Array> {
  const { folder, attachments, nameOnDisk = (same) => same } = content;
  return publishedBytes(join(folder, nameOnDisk(path)), attachments.get(path), edition);
}

/**
 * What an edition may hold of the file at `source`: cleaned, or for members, where it cannot be cleaned, as it is. Throws
 * `PublishError` where its bytes are no longer the ones that were inspected; throws where the public may not have it at all.
 */
export async function publishedBytes(
  source: string,
  inspected: Attachment | undefined,
  edition: Edition,
): Promise<Uint8Array> {
  const bytes = bytesOf(source);
  if (inspected === undefined || bytes === undefined || hashOf(bytes) !== inspected.hash)
    throw new PublishError("a file of the content was changed while the site was made: run the command again");
  const isAsItIs = edition === "members" && inspected.refusal !== undefined;
  if (isAsItIs) return bytes;
  // Most reports attach nothing, and the readers of files take long to load.
  const { cleanAttachment } = await import("../attachments/attachment.ts");
  return cleanAttachment(inspected.path, bytes);
}

/** The bytes of a file; nothing, where it is gone. */
function bytesOf(source: string): Uint8Array | undefined {
  try {
    return onFile(source, () => readFileSync(source));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
