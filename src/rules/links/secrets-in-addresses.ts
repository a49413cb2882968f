import type { Place } from "../../model/source.ts";
import type { Readable } from "../../text/place.ts";

const ADDRESS = /(?<![\p{L}\p{N}])(?:https?|ftps?|sftp|wss?):\/\/[^\s<>"“”]+/giu;
/** Their values let whoever has them in: signatures of storage services, keys, tokens and passwords. */
const SECRETS =
  /[?&#;](?:sig|signature|x-amz-signature|x-goog-signature|x-amz-security-token|access_token|refresh_token|id_token|auth_token|api[_-]?key|apikey|client_secret|password|passwd|pwd)=([^&#\s]{8,})/i;
/** "api_key=YOUR_API_KEY" is an instruction, and gives nothing away. */
const STAND_IN = /^(?:your|my|the|insert|example|x{4}|\.{3}|\*{3}|\{|\[|%7b|%5b|&lt|…)/i;

/** An address with what it holds that whoever reads it can use, in words. */
interface SecretAddress {
  readonly place: Place;
  readonly what: string;
}

/** Addresses that carry a password, a key or a signature, in links, text and code alike. */
export function secretsIn({ path, text }: Readable): readonly SecretAddress[] {
  if (!text.includes("://")) return [];
  return text.split("\n").flatMap((line, index) =>
    (line.includes("://") ? [...line.matchAll(ADDRESS)] : []).flatMap(({ 0: address, index: at }) => {
      const what = secretIn(address.replaceAll("&amp;", "&").replace(/\\(?=[!-/:-@[-`{-~])/g, ""));
      const place = { path, line: index + 1, column: at + 1, endColumn: at + address.length + 1 };
      return what === undefined ? [] : [{ place, what }];
    }),
  );
}

function secretIn(address: string): string | undefined {
  const login = /^[a-z]+:\/\/([^/?#\s@:]*):([^/?#\s@]+)@/i.exec(address);
  if (login !== null) return "a user's name and password";
  const [, value = ""] = SECRETS.exec(address) ?? [];
  return value !== "" && !STAND_IN.test(value) ? "a key, a token or a signature" : undefined;
}

/** The lines of a text that hold a secret, counted from 1. */
export function linesWithSecrets(source: Readable): ReadonlySet<number> {
  return new Set(secretsIn(source).map(({ place }) => place.line));
}
