import { createHash } from "node:crypto";
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from "node:zlib";

/** A token that was found in what must not hold it, and how it was written there. */
export interface Hit {
  readonly token: string;
  readonly path: string;
  readonly decoding: string;
}

interface Reading {
  readonly decoding: string;
  readonly bytes: Buffer;
}

const DEEPEST = 3;
const BOUNDED = { maxOutputLength: 1 << 22, finishFlush: constants.Z_SYNC_FLUSH };

/**
 * Looks for tokens in files and in their names, in every way in which a published file could hold them: as they are, in any
 * capitals, backwards, as UTF-16, as entities, percent signs, escapes, base64 or hexadecimal figures, and within compressed
 * streams, members of zips and streams of PDFs. Tokens are of letters and figures alone, and compared without case.
 */
export function scan(files: ReadonlyMap<string, Buffer>, tokens: readonly string[]): readonly Hit[] {
  const { stackTraceLimit } = Error;
  // Most bytes are no compressed stream; where that was found out is of no interest, and takes longer to tell than to find out.
  Error.stackTraceLimit = 0;
  try {
    return [...files].flatMap(([path, bytes]) => {
      const name = found(readingsOf({ decoding: "its name", bytes: Buffer.from(path) }, 1), tokens);
      const all = new Map([...foundBefore(bytes, tokens), ...name]);
      return Array.from(all, ([token, decoding]) => ({ token, path, decoding }));
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** How each token that was found is written. */
type Found = ReadonlyMap<string, string>;

/** What was found in bytes: many files of a site are those of the site before. */
const known = new Map<string, Found>();

function foundBefore(bytes: Buffer, tokens: readonly string[]): Found {
  const key = createHash("sha256").update(tokens.join(" ")).update("\0").update(bytes).digest("hex");
  const before = known.get(key) ?? found(readingsOf({ decoding: "as it is", bytes }, 0), tokens);
  known.set(key, before);
  return before;
}

function found(readings: readonly Reading[], tokens: readonly string[]): Found {
  const hits = new Map<string, string>();
  const written = tokens.map((token) => {
    const plain = token.toLowerCase();
    return { token, plain, backwards: [...plain].reverse().join("") };
  });
  // Most readings hold none, which one search tells.
  const any = new RegExp(written.flatMap(({ plain, backwards }) => [plain, backwards]).join("|"));
  for (const { decoding, bytes } of readings) {
    const text = bytes.toString("latin1").toLowerCase();
    if (!any.test(text)) continue;
    for (const { token, plain, backwards } of written) {
      if (hits.has(token)) continue;
      if (text.includes(plain)) hits.set(token, decoding);
      else if (text.includes(backwards)) hits.set(token, `${decoding}, backwards`);
    }
  }
  return hits;
}

/** The bytes themselves, and what they are when they are decoded, again and again. */
function readingsOf(reading: Reading, depth: number): readonly Reading[] {
  if (depth > DEEPEST) return [reading];
  const inner = [...streamsIn(reading.bytes), ...decodingsOf(reading.bytes)];
  return [
    reading,
    ...inner.flatMap(({ decoding, bytes }) =>
      readingsOf({ decoding: `${reading.decoding}, ${decoding}`, bytes }, depth + 1),
    ),
  ];
}

function decodingsOf(bytes: Buffer): readonly Reading[] {
  const text = bytes.toString("latin1");
  const replaced = (decoding: string, by: string): readonly Reading[] =>
    by === text ? [] : [{ decoding, bytes: Buffer.from(by, "utf8") }];
  const ofCode = (digits: string, radix: number): string => {
    const code = Number.parseInt(digits, radix);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  };
  return [
    ...replaced("UTF-16", text.replace(/(?<=[ -~])\0|\0(?=[ -~])/g, "")),
    ...replaced(
      "entities",
      text.replace(/&#(\d{1,7});?|&#x([\da-f]{1,6});?/gi, (_all, decimal?: string, hexadecimal?: string) =>
        decimal === undefined ? ofCode(hexadecimal ?? "", 16) : ofCode(decimal, 10),
      ),
    ),
    ...replaced(
      "percent signs",
      text.replace(/%([\da-f]{2})/gi, (_all, digits: string) => ofCode(digits, 16)),
    ),
    ...replaced(
      "escapes",
      text.replace(
        /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([0-3][0-7]{2}))/gi,
        (_all, ...digits: string[]) =>
          ofCode(digits[0] ?? digits[1] ?? digits[2] ?? digits[3] ?? "", digits[3] === undefined ? 16 : 8),
      ),
    ),
    ...[...text.matchAll(/[A-Za-z0-9+/_-]{8,}(?:[\r\n]+[A-Za-z0-9+/_-]{4,})*/g)].flatMap(([run]) => base64(run)),
    ...[...text.matchAll(/(?:[\da-f]{2}[\s:]?){5,}/gi)].map(([run]) => ({
      decoding: "hexadecimal figures",
      bytes: Buffer.from(run.replace(/[\s:]/g, ""), "hex"),
    })),
  ];
}

/** A run of base64 may begin before what was encoded, so it is read from each of four places. */
function base64(run: string): readonly Reading[] {
  const letters = run.replace(/[\r\n]/g, "");
  return [0, 1, 2, 3]
    .map((start) => ({ decoding: "base64", bytes: Buffer.from(letters.slice(start), "base64url") }))
    .filter(({ bytes }) => isOfInterest(bytes));
}

/** Words that are read as base64 are noise; only text, UTF-16 and compressed streams go on. */
function isOfInterest(bytes: Buffer): boolean {
  const printable = bytes.reduce((sum, byte) => sum + (byte === 0 || (byte >= 32 && byte < 127) ? 1 : 0), 0);
  return printable * 5 > bytes.length * 4 || signatures(bytes).length > 0;
}

function signatures(bytes: Buffer): readonly { readonly at: number; readonly kind: "gzip" | "zlib" | "zip" }[] {
  const found: { at: number; kind: "gzip" | "zlib" | "zip" }[] = [];
  for (let at = 0; at + 4 < bytes.length; at++) {
    const [first, second = 0] = [bytes[at], bytes[at + 1]];
    if (first === 0x1f && second === 0x8b && bytes[at + 2] === 8) found.push({ at, kind: "gzip" });
    else if (first === 0x50 && second === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4)
      found.push({ at, kind: "zip" });
    else if (first === 0x78 && (0x7800 + second) % 31 === 0) found.push({ at, kind: "zlib" });
  }
  return found;
}

/** Compressed streams wherever they begin: gzip, zlib (as in PDFs), members of zips; and the whole as deflate or brotli. */
function streamsIn(bytes: Buffer): readonly Reading[] {
  const within = signatures(bytes).flatMap(({ at, kind }): readonly Reading[] => {
    const rest = bytes.subarray(at);
    if (kind === "gzip") return read("gzip", () => inflateRawSync(rest.subarray(gzipHeader(rest)), BOUNDED));
    if (kind === "zlib") return read("zlib", () => inflateSync(rest, BOUNDED));
    if (rest.length < 30) return [];
    const start = 30 + rest.readUInt16LE(26) + rest.readUInt16LE(28);
    // A member that is not compressed is found as it is.
    return rest.readUInt16LE(8) === 8
      ? read("a member of a zip", () => inflateRawSync(rest.subarray(start), BOUNDED))
      : [];
  });
  return [
    ...within,
    ...read("deflate", () => inflateRawSync(bytes, BOUNDED)),
    ...read("brotli", () => brotliDecompressSync(bytes, { maxOutputLength: 1 << 22 })),
  ];
}

/** Where the stream begins behind the header of RFC 1952, with what the flags say that it has. */
function gzipHeader(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = bytes.indexOf(0, at) + 1;
  return (flags & 2) === 0 ? at : at + 2;
}

function read(decoding: string, decompress: () => Buffer): readonly Reading[] {
  try {
    const bytes = decompress();
    return bytes.length === 0 ? [] : [{ decoding, bytes }];
  } catch {
    return [];
  }
}
