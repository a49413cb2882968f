import { createHash } from "node:crypto";

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
