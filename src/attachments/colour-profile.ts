import { hasAt, viewOf } from "./byte-sequences.ts";

/**
 * Whether the bytes are an ICC profile (ISO 15076-1) of just the length that its header says; colours need it, and
 * nothing else is let through as one.
 */
export function isColourProfile(bytes: Uint8Array): boolean {
  return bytes.length >= 132 && hasAt(bytes, 36, "acsp") && viewOf(bytes).getUint32(0) === bytes.length;
}
