import type { PdfFile } from "./pdf-file.ts";
import type { Decode } from "./pdf-letters.ts";
import { type PdfDictionary, type PdfValue, streamOf } from "./pdf-syntax.ts";

/** Whether a place of a picture, across and up from its corner as parts of its size, lets what is beneath be seen. */
export type Gaps = (across: number, up: number) => boolean;

/** In steps of 255: what lets less through hides what is beneath. */
const OPAQUE = 230;
const everywhere: Gaps = () => true;

/** Whether a picture is a stencil, through which the colour of the page is painted (ISO 32000-1, 8.9.6.2). */
export function isStencil(dictionary: PdfDictionary, { resolve }: PdfFile): boolean {
  return resolve(dictionary.get("ImageMask") ?? dictionary.get("IM")) === true;
}

/**
 * Where a picture has gaps; undefined, where it has none. One whose mask cannot be read here, as that of a fax, is taken
 * to be nothing but gaps: such a mask is the writing of a scanned page, beneath which is what a program read on it.
 */
export function gapsOf(
  dictionary: PdfDictionary,
  data: () => Uint8Array | undefined,
  { file, decode }: { readonly file: PdfFile; readonly decode: Decode },
): Gaps | undefined {
  const { resolve } = file;
  if (isStencil(dictionary, file)) return gapsIn(dictionary, data(), 1, file);
  const [soft, hard] = [streamOf(resolve(dictionary.get("SMask"))), streamOf(resolve(dictionary.get("Mask")))];
  const inside = resolve(dictionary.get("SMaskInData"));
  if (typeof inside === "number" && inside > 0) return everywhere;
  const mask = soft ?? hard;
  return mask === undefined ? undefined : gapsIn(mask.dictionary, decode(mask), soft === undefined ? 1 : 8, file);
}

function gapsIn(
  dictionary: PdfDictionary,
  data: Uint8Array | undefined,
  usualBits: number,
  { resolve }: PdfFile,
): Gaps | undefined {
  const numberOf = (value: PdfValue): number | undefined => (typeof value === "number" ? value : undefined);
  const [width, height] = [
    ["Width", "W"],
    ["Height", "H"],
  ].map(([long = "", short = ""]) => numberOf(resolve(dictionary.get(long) ?? dictionary.get(short))));
  const bits = usualBits === 1 ? 1 : (numberOf(resolve(dictionary.get("BitsPerComponent"))) ?? usualBits);
  if (data === undefined || width === undefined || height === undefined || ![1, 2, 4, 8].includes(bits))
    return everywhere;
  const decoding = resolve(dictionary.get("Decode") ?? dictionary.get("D"));
  const isTurned = Array.isArray(decoding) && resolve(decoding[0]) === 1;
  const row = Math.ceil((width * bits) / 8);
  return (across, up) => {
    const x = Math.max(0, Math.min(width - 1, Math.floor(across * width)));
    const y = Math.max(0, Math.min(height - 1, Math.floor((1 - up) * height)));
    const sample = ((data[y * row + ((x * bits) >> 3)] ?? 0) >> (8 - bits - ((x * bits) & 7))) & (2 ** bits - 1);
    const value = isTurned ? 2 ** bits - 1 - sample : sample;
    // A stencil is painted where it is 0, and a soft mask shows where it is full.
    return usualBits === 1 ? value === 1 : (value * 255) / (2 ** bits - 1) < OPAQUE;
  };
}
