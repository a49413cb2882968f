import { readFileSync } from "node:fs";
import type { Attachment, Edition } from "../model.ts";
import { hashOf } from "./file-hash.ts";
import { PublishError } from "./publish-error.ts";

/**
 * What an edition may hold of the file at `source`: cleaned, or for members, where it cannot be cleaned, as it is. Throws
 * `PublishError` where the file is no longer the one that was inspected; throws where the public may not have it at all.
 */
export async function publishedBytes(
  source: string,
  inspected: Attachment | undefined,
  edition: Edition,
): Promise<Uint8Array> {
  const bytes = readFileSync(source);
  if (inspected === undefined || hashOf(bytes) !== inspected.hash)
    throw new PublishError("a file of the content was changed while the site was made: run the command again");
  const isAsItIs = edition === "members" && inspected.refusal !== undefined;
  if (isAsItIs) return bytes;
  // Most reports attach nothing, and the readers of files take long to load.
  const { cleanAttachment } = await import("../attachments/attachment.ts");
  return cleanAttachment(inspected.path, bytes);
}
