import { readFileSync, writeFileSync } from "node:fs";
import { cleanAttachment } from "../attachments/attachment.ts";
import type { Attachment, Edition } from "../model.ts";
import { hashOf } from "./file-hash.ts";
import { PublishError } from "./publish-error.ts";

/**
 * Writes what an edition may hold of the file at `source` to `target`: cleaned, or for members, where it cannot be cleaned, as it
 * is. Throws `PublishError` where the file is no longer the one that was inspected; throws where the public may not have it at all.
 */
export async function copyAttachment(
  source: string,
  target: string,
  inspected: Attachment | undefined,
  edition: Edition,
): Promise<void> {
  const bytes = readFileSync(source);
  if (inspected === undefined || hashOf(bytes) !== inspected.hash)
    throw new PublishError("a file of the content was changed while the site was made: run the command again");
  const isAsItIs = edition === "members" && inspected.refusal !== undefined;
  writeFileSync(target, isAsItIs ? bytes : await cleanAttachment(inspected.path, bytes));
}
