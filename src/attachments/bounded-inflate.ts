import { Inflate, Unzlib } from "fflate";
import { concatenate } from "./byte-sequences.ts";

/**
 * Deflate makes at most 1,032 bytes of one, so that a slice can never fill the memory before the limit is looked at.
 */
const SLICE = 4096;

/**
 * Decompresses a deflate stream, with (`zlib`) or without (`raw`) the wrapping of RFC 1950.
 * Gives undefined where it is broken, or makes more than `limit` bytes: a few bytes can make gigabytes.
 */
export function boundedInflate(bytes: Uint8Array, wrapping: "zlib" | "raw", limit: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  return inflateInto(bytes, wrapping, limit, (part) => parts.push(part)) ? concatenate(parts) : undefined;
}

/**
 * As `boundedInflate`, but hands the parts on as they come, and holds none of them; false where that gives undefined.
 */
export function inflateInto(
  bytes: Uint8Array,
  wrapping: "zlib" | "raw",
  limit: number,
  take: (part: Uint8Array) => void,
): boolean {
  let length = 0;
  let isEnded = false;
  const stream = wrapping === "zlib" ? new Unzlib() : new Inflate();
  stream.ondata = (part, isLast) => {
    length += part.length;
    isEnded ||= isLast;
    if (length <= limit) take(part);
  };
  try {
    for (let start = 0; start < bytes.length && length <= limit; start += SLICE) {
      const end = Math.min(start + SLICE, bytes.length);
      stream.push(bytes.subarray(start, end), end === bytes.length);
    }
  } catch {
    return false;
  }
  return isEnded && length <= limit;
}
