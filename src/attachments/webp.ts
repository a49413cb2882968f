import { concatenate, fromLatin1, hasAt, latin1, viewOf } from "./byte-sequences.ts";
import { isColourProfile } from "./colour-profile.ts";
import { damagedImage } from "./damaged-image.ts";
import type { Cleaned } from "./format.ts";
import { refuseTooManyPixels, refuseTooManyTogether } from "./picture-size.ts";

const [HAS_PROFILE, HAS_ALPHA, IS_ANIMATED] = [0x20, 0x10, 0x02];
const FRAME_HEADER = 16;
const FRAME_PARTS = new Set(["ALPH", "VP8 ", "VP8L"]);

/**
 * Keeps of a WebP (RFC 9649) its pictures, their timing and the colour profile; camera data, XMP, unknown chunks and
 * all after its end are left out.
 */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  if (!hasAt(bytes, 0, "RIFF") || !hasAt(bytes, 8, "WEBP")) throw damagedImage("WebP");
  const end = 8 + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length) throw damagedImage("WebP");
  const chunks = [...chunksOf(bytes.subarray(12, end))];
  const [first] = chunks;
  if (first === undefined) throw damagedImage("WebP");
  const kept = first.type === "VP8X" ? extended(first.data, chunks) : simple(first);
  const body = concatenate([fromLatin1("WEBP"), ...kept.chunks]);
  const header = concatenate([fromLatin1("RIFF"), new Uint8Array(4)]);
  viewOf(header).setUint32(4, body.length, true);
  refuseTooManyPixels(kept.size);
  return { bytes: concatenate([header, body]), facts: kept.size };
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

interface Kept {
  readonly chunks: readonly Uint8Array[];
  readonly size: { readonly width: number; readonly height: number };
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes);
  let position = 0;
  while (position < bytes.length) {
    if (position + 8 > bytes.length) throw damagedImage("WebP");
    const length = view.getUint32(position + 4, true);
    const data = bytes.subarray(position + 8, position + 8 + length);
    if (data.length < length) throw damagedImage("WebP");
    yield { type: latin1(bytes.subarray(position, position + 4)), data };
    position += 8 + length + (length % 2);
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const framed = new Uint8Array(8 + data.length + (data.length % 2));
  framed.set(fromLatin1(type));
  viewOf(framed).setUint32(4, data.length, true);
  framed.set(data, 8);
  return framed;
}

/** A file of one picture: whatever is after it is no part of it. */
function simple({ type, data }: Chunk): Kept {
  if (type === "VP8 ") {
    if (!hasAt(data, 3, "\x9d\x01\x2a")) throw damagedImage("WebP");
    const view = viewOf(data);
    const size = { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
    return { chunks: [chunk(type, data)], size };
  }
  if (type !== "VP8L" || data[0] !== 0x2f || data.length < 5) throw damagedImage("WebP");
  const bits = viewOf(data).getUint32(1, true);
  return { chunks: [chunk(type, data)], size: { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 } };
}

function extended(header: Uint8Array, chunks: readonly Chunk[]): Kept {
  if (header.length !== 10) throw damagedImage("WebP");
  const isAnimated = ((header[0] ?? 0) & IS_ANIMATED) !== 0;
  const profile = chunks.find(({ type, data }) => type === "ICCP" && isColourProfile(data));
  const body = isAnimated ? animation(chunks) : picture(chunks);
  const flags = (header[0] ?? 0) & (HAS_ALPHA | IS_ANIMATED);
  const written = Uint8Array.from([
    profile === undefined ? flags : flags | HAS_PROFILE,
    0,
    0,
    0,
    ...header.subarray(4),
  ]);
  return {
    chunks: [chunk("VP8X", written), ...(profile === undefined ? [] : [chunk("ICCP", profile.data)]), ...body],
    size: { width: threeBytes(header, 4) + 1, height: threeBytes(header, 7) + 1 },
  };
}

function threeBytes(data: Uint8Array, offset: number): number {
  return (data[offset] ?? 0) | ((data[offset + 1] ?? 0) << 8) | ((data[offset + 2] ?? 0) << 16);
}

function picture(chunks: readonly Chunk[]): readonly Uint8Array[] {
  const image = chunks.find(({ type }) => type === "VP8 " || type === "VP8L");
  if (image === undefined) throw damagedImage("WebP");
  refuseTooManyPixels(simple(image).size);
  const alpha = image.type === "VP8 " ? chunks.find(({ type }) => type === "ALPH") : undefined;
  return [...(alpha === undefined ? [] : [chunk("ALPH", alpha.data)]), chunk(image.type, image.data)];
}

function animation(chunks: readonly Chunk[]): readonly Uint8Array[] {
  const control = chunks.find(({ type }) => type === "ANIM");
  const frames = chunks.filter(({ type }) => type === "ANMF");
  if (control?.data.length !== 6 || frames.length === 0) throw damagedImage("WebP");
  refuseTooManyTogether(
    frames.map(({ data }) => ({ width: threeBytes(data, 6) + 1, height: threeBytes(data, 9) + 1 })),
  );
  return [
    chunk("ANIM", control.data),
    ...frames.map(({ data }) => {
      const parts = [...chunksOf(data.subarray(FRAME_HEADER))].filter(({ type }) => FRAME_PARTS.has(type));
      return chunk("ANMF", concatenate([data.subarray(0, FRAME_HEADER), ...picture(parts)]));
    }),
  ];
}
