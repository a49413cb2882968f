import { readAddress } from "./web-addresses.ts";

/** What addresses of pages begin with leaves room for what comes after it. */
const LONGEST_BASE = 500;

/** The address of a site's root, ending in `/`; `undefined` where the text is none. */
export function readBaseUrl(typed: string): string | undefined {
  const address = typed.endsWith("/") ? typed : `${typed}/`;
  return address.length <= LONGEST_BASE &&
    /^https?:\/\/[^\s/?#]+\/[^\s?#]*$/.test(address) &&
    readAddress(address) !== undefined
    ? address
    : undefined;
}

/**
 * Reads what names a site's root: an address, or its path on the host alone, such as `/scrutiny/`; `undefined` where
 * the text is neither.
 */
export function readBase(typed: string): string | undefined {
  const path = typed.endsWith("/") ? typed : `${typed}/`;
  return /^\/(?:[^\s/?#\\]+\/)*$/.test(path) ? path : readBaseUrl(typed);
}
