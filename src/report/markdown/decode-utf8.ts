import type { Raise } from "../../diagnostics/catalogue.ts";
import { canBeDeleted, HIDDEN_CHARACTERS, nameOfCharacter } from "../../text/hidden-characters.ts";
import { placeAt, type Readable } from "../../text/place.ts";

/** The largest text that is read, in bytes. */
export const MAX_BYTES = 1024 * 1024;

/** The most that is taken of a text that is larger than that, in bytes: it shows that the text is too large. */
export const MOST_READ = 16 * MAX_BYTES;

/** A file with more characters that cannot be seen is damaged as a whole, and a list of them helps nobody. */
const MOST_HIDDEN = 100;

/**
 * Decodes a file as UTF-8 and normalises its line ends; a byte-order mark at its start is dropped.
 * Raises and gives nothing for other encodings, naming the byte or UTF-16, and for characters that cannot be seen.
 */
export function decode(path: string, bytes: Uint8Array, raise: Raise): Readable | undefined {
  const top = { path, line: 1, column: 1 };
  if (bytes.length > MAX_BYTES) {
    raise({
      rule: "file-too-large",
      place: top,
      message: `the file has ${bytes.length} bytes${bytes.length < MOST_READ ? "" : " or more"}, and at most ${MAX_BYTES} (1 MiB) are accepted`,
      fix: path.endsWith(".md")
        ? path.startsWith("reports/")
          ? "move long tables into an annex, or divide the report"
          : "move part of it into a plain page or another report"
        : "take out what is not meant to be there, or put back an older copy of the file",
    });
    return undefined;
  }
  const wide = isUtf16(bytes);
  const text = wide ? undefined : decodeUtf8(bytes);
  if (text === undefined) {
    const offset = wide ? bytes.findIndex((byte) => byte === 0 || byte >= 0xfe) : firstInvalidByte(bytes);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
    raise({
      rule: "file-encoding",
      place: { path, line, column: 1 },
      message: `byte ${offset} of the file (${hexadecimal(bytes[offset] ?? 0)}, on this line) is not UTF-8${wide ? ": the file is in UTF-16, which Windows calls Unicode" : ""}`,
      fix: "save the file again with the encoding UTF-8",
    });
    return undefined;
  }
  const source = { path, text: text.replace(/\r\n?/g, "\n") };
  let hidden = 0;
  let nul = -1;
  for (const match of source.text.matchAll(HIDDEN_CHARACTERS)) {
    const code = match[0].codePointAt(0) ?? 0;
    const place = placeAt(source, match.index, match.index + match[0].length);
    if (++hidden > MOST_HIDDEN) {
      raise({
        rule: "hidden-character",
        quotesNothing: true,
        place,
        message: `the file has more than ${MOST_HIDDEN} characters that cannot be seen, and those from here on are not listed`,
        fix: "copy the text into a new file as plain text, which leaves most of them behind, and check it again",
      });
      break;
    }
    if (code === 0) nul = bytes.indexOf(0, nul + 1);
    raise({
      rule: "hidden-character",
      place,
      message: `${nameOfCharacter(match[0])} is here${code === 0 ? `, at byte ${nul}` : ""}, and cannot be seen`,
      fix: `delete it: put the cursor after the character before it and press Delete${canBeDeleted(source.text, match.index) ? "; or run `npx scrutineer fix`" : ""}`,
    });
  }
  return hidden > 0 ? undefined : source;
}

/** Bytes that are looked at to see whether a file is in UTF-16. */
const SAMPLE = 2048;

/** Its mark is at the start, or every other byte of most of its letters is 0, as in no other text. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return false;
  const even = sample.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = sample.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  return sample.length >= 8 && (even === 0 || odd === 0) && (even + odd) * 4 > sample.length;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The offset of the first byte that begins no well-formed UTF-8 sequence. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidSoFar(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  for (let start = valid - 1; start >= Math.max(0, valid - 3); start--) {
    const byte = bytes[start] ?? 0;
    if (byte >= 0xc0) return start + lengthOfSequence(byte) > valid ? start : valid;
    if (byte < 0x80) break;
  }
  return valid;
}

/** Whether bytes are UTF-8, or would be if more followed. */
function isValidSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lengthOfSequence(firstByte: number): number {
  return firstByte >= 0xf0 ? 4 : firstByte >= 0xe0 ? 3 : 2;
}

function hexadecimal(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0")}`;
}
