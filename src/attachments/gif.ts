import { concatenate, standsAt, viewOf } from "./byte-sequences.ts";
import { damagedImage } from "./damaged-image.ts";
import type { Cleaned } from "./format.ts";

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b];
const [GRAPHIC_CONTROL, PLAIN_TEXT, APPLICATION] = [0xf9, 0x01, 0xff];

/** Keeps of a GIF (GIF89a) its pictures, their timing and the loop; comments, texts, data of programs and all behind its end are left out. */
export function cleanGif(bytes: Uint8Array): Cleaned {
  if (!(standsAt(bytes, 0, "GIF87a") || standsAt(bytes, 0, "GIF89a")) || bytes.length < 13) throw damagedImage("GIF");
  let position = 13 + colourTableLength(bytes[10]);
  const parts = [bytes.subarray(0, position)];
  let control: Uint8Array | undefined;
  let pictures = 0;
  for (;;) {
    const start = position;
    const introducer = bytes[position];
    if (introducer === TRAILER) break;
    if (introducer === IMAGE) {
      position = endOfBlocks(bytes, start + 11 + colourTableLength(bytes[start + 9]));
      if (control !== undefined) parts.push(control);
      parts.push(bytes.subarray(start, position));
      control = undefined;
      pictures++;
    } else if (introducer === EXTENSION) {
      const label = bytes[start + 1];
      position = endOfBlocks(bytes, start + 2);
      const whole = bytes.subarray(start, position);
      if (label === GRAPHIC_CONTROL) {
        if (whole.length !== 8 || whole[2] !== 4) throw damagedImage("GIF");
        control = whole;
      } else if (label === PLAIN_TEXT) control = undefined;
      else if (label === APPLICATION && isLoop(whole)) parts.push(whole);
    } else throw damagedImage("GIF");
  }
  const [width, height] = [viewOf(bytes).getUint16(6, true), viewOf(bytes).getUint16(8, true)];
  if (pictures === 0 || width === 0 || height === 0) throw damagedImage("GIF");
  return { bytes: concatenate([...parts, Uint8Array.of(TRAILER)]), facts: { width, height } };
}

function colourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** The place behind a run of sub-blocks, which an empty one ends. */
function endOfBlocks(bytes: Uint8Array, start: number): number {
  let position = start;
  for (;;) {
    const length = bytes[position];
    if (length === undefined) throw damagedImage("GIF");
    position += 1 + length;
    if (length === 0) return position;
  }
}

/** How often the animation runs: three bytes in one block, and nothing more. */
function isLoop(extension: Uint8Array): boolean {
  return extension.length === 19 && standsAt(extension, 2, "\x0bNETSCAPE2.0\x03\x01");
}
