import { readAddress } from "../../addresses/web-addresses.ts";

/**
 * Why people outside the council cannot follow an address, in words that fit after "this address"; its host may be
 * quoted.
 */
export function whyInternal(address: string): string | undefined {
  const read = /^\s*https?:/i.test(address) ? readAddress(address) : undefined;
  if (read === undefined) return undefined;
  const { hostname, pathname } = read;
  const host = hostname.replace(/\.$/, "");
  if (host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host))
    return isPrivate(host) ? `is a number (${host}) that can be reached only from within a network` : undefined;
  if (host === "localhost" || host.endsWith(".localhost")) return "leads to the reader's own computer";
  if (!host.includes(".")) return `has a name (${host}) that is known only within a network`;
  if (INTERNAL.test(host)) return `has a name (${host}) that is known only within a network`;
  if (WRAPPERS.test(host)) return `was wrapped by a mail filter (${host}), and may stop working`;
  if (host.endsWith(".sharepoint.com")) return `leads to a store of files (${host}) that asks readers to log in`;
  if (/^outlook\.office(?:365)?\.com$/.test(host)) return "leads to a mailbox that asks readers to log in";
  if (host === "teams.microsoft.com" && /^\/(?:l\/(?!meetup-join\/)|_)/.test(pathname))
    return "leads to a team that asks readers to log in";
  return undefined;
}

/** Names that are kept for private networks (RFC 6762, RFC 8375, ICANN's `.internal`), or stand for one by custom. */
const INTERNAL = /(?:^|\.)(?:local|localdomain|internal|intranet|lan|corp|private|home\.arpa)$|(?:^|\.)intranet\./;

/** Filters that put their own address in place of those in a mail. */
const WRAPPERS =
  /(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense\.com|urldefense\.proofpoint\.com|linkprotect\.cudasvc\.com)$/;

/**
 * Private, loopback and link-local ranges (RFC 1918, 4193, 4291, 5735, 6598); the host is in the form that `URL` gives
 * it.
 */
function isPrivate(host: string): boolean {
  const mapped = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(host);
  if (mapped) {
    const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
    return isPrivate([high >> 8, high & 255, low >> 8, low & 255].join("."));
  }
  if (host.startsWith("[")) return /^\[(?:::1?\]|f[cd]|fe[89ab])/.test(host);
  const [first = 0, second = 0] = host.split(".").map(Number);
  if (first === 0 || first === 10 || first === 127) return true;
  if (first === 100) return second >= 64 && second < 128;
  if (first === 169) return second === 254;
  if (first === 172) return second >= 16 && second < 32;
  return first === 192 && second === 168;
}
