import { zlibSync } from "fflate";
import { boundedInflate, inflateInto } from "./bounded-inflate.ts";
import { concatenate, fromLatin1, hasAt, latin1, viewOf } from "./byte-sequences.ts";
import { isColourProfile } from "./colour-profile.ts";
import { crc32 } from "./crc32.ts";
import { damagedImage } from "./damaged-image.ts";
import type { Cleaned } from "./format.ts";
import { refuseTooManyPixels, refuseTooManyTogether } from "./picture-size.ts";
import { RefusedFile } from "./refused-file.ts";

const SIGNATURE = "\x89PNG\r\n\x1a\n";
const MAX_PROFILE = 4 * 1024 * 1024;
const MAX_PIXEL_BYTES = 512 * 1024 * 1024;

/** Chunks that decoding or showing needs, and whether their data are of a length that the standard allows. */
const KEPT: ReadonlyMap<string, (length: number) => boolean> = new Map(
  Object.entries({
    IHDR: (length) => length === 13,
    PLTE: (length) => length > 0 && length <= 768 && length % 3 === 0,
    IDAT: () => true,
    IEND: (length) => length === 0,
    tRNS: (length) => length <= 256,
    gAMA: (length) => length === 4,
    cHRM: (length) => length === 32,
    sRGB: (length) => length === 1,
    iCCP: () => true,
    sBIT: (length) => length <= 4,
    bKGD: (length) => length <= 6,
    hIST: (length) => length <= 512,
    pHYs: (length) => length === 9,
    cICP: (length) => length === 4,
    acTL: (length) => length === 8,
    fcTL: (length) => length === 26,
    fdAT: (length) => length >= 4,
  } satisfies Record<string, (length: number) => boolean>),
);
const REPEATED = new Set(["IDAT", "fcTL", "fdAT"]);

/**
 * Keeps of a PNG (ISO/IEC 15948) the chunks that show the picture. Texts, times, camera data and private chunks are
 * left out, and all after the end of the picture, where some programs leave the pixels that were cropped off.
 */
export function cleanPng(bytes: Uint8Array): Cleaned {
  if (!hasAt(bytes, 0, SIGNATURE)) throw damagedImage("PNG");
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, SIGNATURE.length)];
  const pixels: Uint8Array[] = [];
  const frames: { readonly width: number; readonly height: number }[] = [];
  const seen = new Set<string>();
  let header: Uint8Array | undefined;
  let position = SIGNATURE.length;
  while (!seen.has("IEND")) {
    if (position + 12 > bytes.length) throw damagedImage("PNG");
    const length = view.getUint32(position);
    const end = position + 12 + length;
    if (end > bytes.length || crc32(bytes.subarray(position + 4, end - 4)) !== view.getUint32(end - 4))
      throw damagedImage("PNG");
    const type = latin1(bytes.subarray(position + 4, position + 8));
    const data = bytes.subarray(position + 8, end - 4);
    const isRight = KEPT.get(type);
    if (isRight === undefined ? /^[A-Z]/.test(type) : !isRight(length)) throw damagedImage("PNG");
    if ((header === undefined) !== (type === "IHDR")) throw damagedImage("PNG");
    if (type === "IHDR") header = data;
    if (type === "IDAT") pixels.push(data);
    if (type === "fcTL") frames.push({ width: view.getUint32(position + 12), height: view.getUint32(position + 16) });
    if (isRight !== undefined && seen.has(type) && !REPEATED.has(type)) throw damagedImage("PNG");
    seen.add(type);
    if (type === "iCCP") parts.push(...profileChunk(data));
    else if (isRight !== undefined) parts.push(bytes.subarray(position, end));
    position = end;
  }
  if (header === undefined) throw damagedImage("PNG");
  refuseTooManyTogether(frames);
  const { width, height } = checkPixels(header, concatenate(pixels));
  return { bytes: concatenate(parts), facts: { width, height } };
}

/** The profile, without its name, which can be anything; none where it is no profile. */
function profileChunk(data: Uint8Array): readonly Uint8Array[] {
  const nameEnd = data.indexOf(0);
  const profile = nameEnd === -1 ? undefined : boundedInflate(data.subarray(nameEnd + 2), "zlib", MAX_PROFILE);
  if (profile === undefined || !isColourProfile(profile)) return [];
  const body = concatenate([fromLatin1("iCCPICC\0\0"), zlibSync(profile)]);
  const framed = new Uint8Array(body.length + 8);
  framed.set(body, 4);
  viewOf(framed).setUint32(0, body.length - 4);
  viewOf(framed).setUint32(body.length + 4, crc32(body));
  return [framed];
}

/** The pixels must be as many as the header says, with nothing after them: there, too, cropped pixels can stay. */
function checkPixels(header: Uint8Array, compressed: Uint8Array): { width: number; height: number } {
  const [width, height] = [viewOf(header).getUint32(0), viewOf(header).getUint32(4)];
  const [depth = 0, colour = 0, , , interlaced = 0] = header.subarray(8);
  refuseTooManyPixels({ width, height });
  const channels = [1, 0, 3, 1, 2, 0, 4][colour] ?? 0;
  if (width === 0 || height === 0 || channels === 0 || ![1, 2, 4, 8, 16].includes(depth) || interlaced > 1)
    throw damagedImage("PNG");
  const expected = passes(width, height, interlaced === 1).reduce(
    (sum, [columns, rows]) => sum + (columns === 0 ? 0 : rows * (1 + Math.ceil((columns * channels * depth) / 8))),
    0,
  );
  if (expected > MAX_PIXEL_BYTES)
    throw new RefusedFile("it is too large a picture to check", "save it with fewer pixels, and attach that");
  let length = 0;
  let [low, high] = [1, 0];
  const isWhole = inflateInto(compressed, "zlib", expected, (part) => {
    length += part.length;
    for (let start = 0; start < part.length; start += 3800) {
      for (const byte of part.subarray(start, start + 3800)) {
        low += byte;
        high += low;
      }
      low %= 65521;
      high %= 65521;
    }
  });
  const checksum = ((high << 16) | low) >>> 0;
  if (!isWhole || length !== expected || viewOf(compressed).getUint32(compressed.length - 4) !== checksum)
    throw damagedImage("PNG");
  return { width, height };
}

/** Columns and rows of each of the seven passes of an interlaced picture (Adam7), or of the one. */
function passes(width: number, height: number, isInterlaced: boolean): readonly (readonly [number, number])[] {
  if (!isInterlaced) return [[width, height]];
  const starts = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return starts.map(([left, top, across, down]) => [
    Math.max(0, Math.ceil((width - left) / across)),
    Math.max(0, Math.ceil((height - top) / down)),
  ]);
}
