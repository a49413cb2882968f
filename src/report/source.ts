import type { Source } from "../model.ts";
import { placeAt } from "../place.ts";
import type { Raise } from "../rules/catalogue.ts";

/** The largest text that is read, in bytes. */
export const MAX_BYTES = 1024 * 1024;

const NAMES: Partial<Record<number, string>> = {
  173: "a soft hyphen",
  1564: "an Arabic letter mark",
  8203: "a zero-width space",
  8206: "a left-to-right mark",
  8207: "a right-to-left mark",
  8234: "a left-to-right embedding",
  8235: "a right-to-left embedding",
  8236: "the end of a directional override",
  8237: "a left-to-right override",
  8238: "a right-to-left override",
  8232: "a line separator",
  8233: "a paragraph separator",
  8288: "a word joiner",
  8294: "a left-to-right isolate",
  8295: "a right-to-left isolate",
  8296: "a first-strong isolate",
  8297: "the end of an isolate",
  65279: "a byte-order mark within the text",
};

/** Control and format characters, but for tabs, line ends, and the two joiners that some scripts are written with. */
const HIDDEN = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Decodes a file as UTF-8 and normalises its line ends; a byte-order mark at its start is dropped.
 * Raises and gives nothing for other encodings, naming the byte, and for characters that cannot be seen.
 */
export function decode(path: string, bytes: Uint8Array, raise: Raise): Source | undefined {
  const top = { path, line: 1, column: 1 };
  if (bytes.length > MAX_BYTES) {
    raise({
      rule: "file-too-large",
      place: top,
      message: `the file holds ${bytes.length} bytes, and ${MAX_BYTES} (1 MiB) are accepted`,
      fix: "move long tables into an annex, or divide the report",
    });
    return undefined;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const offset = firstInvalidByte(bytes);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
    raise({
      rule: "file-encoding",
      place: { path, line, column: 1 },
      message: `byte ${offset} of the file (${hexadecimal(bytes[offset] ?? 0)}, on this line) is not UTF-8`,
      fix: "save the file again with the encoding UTF-8",
    });
    return undefined;
  }
  const source = { path, text: text.replace(/\r\n?/g, "\n") };
  let hidden = false;
  for (const match of source.text.matchAll(HIDDEN)) {
    const code = match[0].charCodeAt(0);
    hidden = true;
    raise({
      rule: "hidden-character",
      place: placeAt(source, match.index, match.index + 1),
      message: `${NAMES[code] ?? "a control character"} (U+${code.toString(16).toUpperCase().padStart(4, "0")}) stands here${code === 0 ? `, at byte ${bytes.indexOf(0)}` : ""}, and cannot be seen`,
      fix: "delete it: put the cursor behind the character before it and press Delete",
    });
  }
  return hidden ? undefined : source;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The offset of the first byte that does not belong to a well-formed UTF-8 sequence. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const decoder = new TextDecoder("utf-8", { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  return invalid === bytes.length && decodeUtf8(bytes.subarray(0, bytes.length - 1)) === undefined
    ? lastSequence(bytes)
    : invalid - 1;
}

function lastSequence(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}

function hexadecimal(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0")}`;
}
