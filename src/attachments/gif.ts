import { concatenate, hasAt, viewOf } from "./byte-sequences.ts";
import { damagedImage } from "./damaged-image.ts";
import type { Cleaned } from "./format.ts";
import { refuseTooManyPixels, refuseTooManyTogether } from "./picture-size.ts";

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b];
const [GRAPHIC_CONTROL, PLAIN_TEXT, APPLICATION] = [0xf9, 0x01, 0xff];

/**
 * Keeps of a GIF (GIF89a) its pictures, their timing and the loop; comments, texts, data of programs and all after its
 * end are left out.
 */
export function cleanGif(bytes: Uint8Array): Cleaned {
  if (!(hasAt(bytes, 0, "GIF87a") || hasAt(bytes, 0, "GIF89a")) || bytes.length < 13) throw damagedImage("GIF");
  let position = 13 + colourTableLength(bytes[10]);
  const parts = [bytes.subarray(0, position)];
  let control: Uint8Array | undefined;
  const pictures: Size[] = [];
  for (;;) {
    const start = position;
    const introducer = bytes[position];
    if (introducer === TRAILER) break;
    if (introducer === IMAGE) {
      position = endOfBlocks(bytes, start + 11 + colourTableLength(bytes[start + 9]));
      if (control !== undefined) parts.push(control);
      parts.push(bytes.subarray(start, position));
      control = undefined;
      pictures.push(sizeAt(bytes, start + 5));
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
  const screen = sizeAt(bytes, 6);
  if (pictures.length === 0 || screen.width === 0 || screen.height === 0) throw damagedImage("GIF");
  refuseTooManyPixels(screen);
  refuseTooManyTogether(pictures);
  return { bytes: concatenate([...parts, Uint8Array.of(TRAILER)]), facts: screen };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeAt(bytes: Uint8Array, position: number): Size {
  return { width: viewOf(bytes).getUint16(position, true), height: viewOf(bytes).getUint16(position + 2, true) };
}

function colourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** The place after a run of sub-blocks, which an empty one ends. */
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
  return extension.length === 19 && hasAt(extension, 2, "\x0bNETSCAPE2.0\x03\x01");
}
