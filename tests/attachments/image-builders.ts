import { zlibSync } from "fflate";
import { concatenate, fromLatin1, viewOf } from "../../src/attachments/byte-sequences.ts";
import { crc32 } from "../../src/attachments/crc32.ts";

/** What no cleaned file may hold. */
export const CANARY = "CANARY-7f3a";

/** Bytes of numbers, of texts of one byte a character, and of other bytes. */
export function bytesOf(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  return concatenate(
    parts.map((part) =>
      typeof part === "number" ? Uint8Array.of(part) : typeof part === "string" ? fromLatin1(part) : part,
    ),
  );
}

function number(length: 2 | 4, value: number, isLittleEndian = false): Uint8Array {
  const bytes = new Uint8Array(length);
  if (length === 2) viewOf(bytes).setUint16(0, value, isLittleEndian);
  else viewOf(bytes).setUint32(0, value, isLittleEndian);
  return bytes;
}

/** A colour profile of a header and an empty table. */
export const PROFILE = bytesOf(number(4, 132), new Uint8Array(32), "acsp", new Uint8Array(92));

/** A segment of a JPEG. */
export function segment(marker: number, ...data: readonly (number | string | Uint8Array)[]): Uint8Array {
  const content = bytesOf(...data);
  return bytesOf(0xff, marker, number(2, content.length + 2), content);
}

/** A grey JPEG of 3 by 2 pixels; `before` are segments behind its start, `after` bytes behind its end. */
export function jpeg(before: readonly Uint8Array[] = [], after = ""): Uint8Array {
  const table = bytesOf(0, 1, new Uint8Array(15), 0);
  return bytesOf(
    "\xff\xd8",
    ...before,
    segment(0xdb, 0, new Uint8Array(64).fill(1)),
    segment(0xc0, 8, number(2, 2), number(2, 3), 1, 1, 0x11, 0),
    segment(0xc4, table),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    "\x12\xff\x00\x34",
    "\xff\xd9",
    after,
  );
}

/** An EXIF segment with an orientation, a description, and a thumbnail behind them. */
export function exif(orientation: number, isLittleEndian = false): Uint8Array {
  const short = (value: number): Uint8Array => number(2, value, isLittleEndian);
  const long = (value: number): Uint8Array => number(4, value, isLittleEndian);
  return segment(
    0xe1,
    "Exif\0\0",
    isLittleEndian ? "II*\0" : "MM\0*",
    long(8),
    short(2),
    ...[short(0x010e), short(2), long(CANARY.length), long(38)],
    ...[short(0x0112), short(3), long(1), short(orientation), short(0)],
    long(0),
    CANARY,
    jpeg(),
  );
}

/** A chunk of a PNG with its checksum. */
export function pngChunk(type: string, ...data: readonly (number | string | Uint8Array)[]): Uint8Array {
  const content = bytesOf(...data);
  const body = bytesOf(type, content);
  return bytesOf(number(4, content.length), body, number(4, crc32(body)));
}

/** A grey PNG of 3 by 2 pixels; `before` are chunks behind its header, `pixels` the rows with their filters. */
export function png(
  before: readonly Uint8Array[] = [],
  after = "",
  pixels: Uint8Array = zlibSync(Uint8Array.of(0, 1, 2, 3, 0, 4, 5, 6)),
): Uint8Array {
  const header = pngChunk("IHDR", number(4, 3), number(4, 2), 8, 0, 0, 0, 0);
  return bytesOf("\x89PNG\r\n\x1a\n", header, ...before, pngChunk("IDAT", pixels), pngChunk("IEND"), after);
}

/** A GIF of 3 by 2 pixels; `before` are blocks before its picture. */
export function gif(before: readonly Uint8Array[] = [], after = ""): Uint8Array {
  const size = bytesOf(number(2, 3, true), number(2, 2, true));
  const picture = bytesOf(0x2c, 0, 0, 0, 0, size, 0, 2, 2, 0x4c, 0x01, 0);
  return bytesOf("GIF89a", size, 0x80, 0, 0, "\0\0\0\xff\xff\xff", ...before, picture, 0x3b, after);
}

/** A chunk of a WebP. */
export function webpChunk(type: string, ...data: readonly (number | string | Uint8Array)[]): Uint8Array {
  const content = bytesOf(...data);
  return bytesOf(type, number(4, content.length, true), content, content.length % 2 === 1 ? 0 : "");
}

/** A lossless picture of 3 by 2 pixels as a chunk of a WebP. */
export const LOSSLESS = webpChunk("VP8L", 0x2f, number(4, 2 | (1 << 14), true), 7);

/** A WebP of these chunks. */
export function webp(chunks: readonly Uint8Array[], after = ""): Uint8Array {
  const body = bytesOf("WEBP", ...chunks);
  return bytesOf("RIFF", number(4, body.length, true), body, after);
}
