import type { Readable } from "../../text/place.ts";
import type { LineCheck } from "../check.ts";

const ADDRESS = /(?<![\p{L}\p{N}])(?:https?|ftps?|sftp|wss?):\/\/[^\s<>"“”]+/giu;
/** Their values let whoever has them in: signatures of storage services, keys, tokens and passwords. */
const SECRETS =
  /[?&#;](?:sig|signature|x-amz-signature|x-goog-signature|x-amz-security-token|access_token|refresh_token|id_token|auth_token|api[_-]?key|apikey|client_secret|password|passwd|pwd)=([^&#\s]{8,})/i;
/** "api_key=YOUR_API_KEY" is an instruction, and gives nothing away. */
const STAND_IN = /^(?:your|my|the|insert|example|x{4}|\.{3}|\*{3}|\{|\[|%7b|%5b|&lt|…)/i;

/**
 * Addresses that carry a password, a key or a signature: whoever reads one may do what its owner may. They are looked for in what is
 * typed, in links, text and code alike. No message shows a line that holds one: see `linesWithSecrets`.
 */
export const linkCredential: LineCheck = ({ path, text }, raise) => {
  if (!text.includes("://")) return;
  for (const [index, line] of text.split("\n").entries()) {
    for (const { 0: address, index: at } of line.matchAll(ADDRESS)) {
      const what = secretIn(address.replaceAll("&amp;", "&").replace(/\\(?=[!-/:-@[-`{-~])/g, ""));
      if (what === undefined) continue;
      raise({
        rule: "link-credential",
        place: { path, line: index + 1, column: at + 1, endColumn: at + address.length + 1 },
        message: `this address holds ${what}, which whoever reads it can use`,
        fix: "link to an address without it, or attach the file; and have the secret changed, because it lies in the repository",
        quotesNothing: true,
      });
    }
  }
};

function secretIn(address: string): string | undefined {
  const login = /^[a-z]+:\/\/([^/?#\s@:]*):([^/?#\s@]+)@/i.exec(address);
  if (login !== null) return "a user's name and password";
  const [, value = ""] = SECRETS.exec(address) ?? [];
  return value !== "" && !STAND_IN.test(value) ? "a key, a token or a signature" : undefined;
}

/** The lines of a text that hold a secret, counted from 1. */
export function linesWithSecrets(source: Readable): ReadonlySet<number> {
  const lines = new Set<number>();
  linkCredential(source, ({ place }) => lines.add(place.line));
  return lines;
}
