import { concatenate, hasAt, viewOf } from "./byte-sequences.ts";
import { isColourProfile } from "./colour-profile.ts";
import { damagedImage } from "./damaged-image.ts";
import { orientationOnly, readOrientation } from "./exif-orientation.ts";
import type { Cleaned } from "./format.ts";
import { refuseTooManyPixels } from "./picture-size.ts";

const [SOI, EOI, SOS, DQT, DHT, DRI, DAC, COM] = [0xd8, 0xd9, 0xda, 0xdb, 0xc4, 0xdd, 0xcc, 0xfe];
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef];
const ICC = "ICC_PROFILE\0";

/**
 * Keeps of a JPEG (ITU-T T.81) what decoding needs, and the orientation. Camera data, captions, comments, embedded
 * thumbnails (which show what was cropped off) and all after the end of the picture (second pictures, films) are left
 * out.
 */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const parts: Uint8Array[] = [];
  const profile: Uint8Array[] = [];
  let orientation: number | undefined;
  let jfif: Uint8Array | undefined;
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  if (!hasAt(bytes, 0, "\xff\xd8\xff")) throw damagedImage("JPEG");
  let position = 2;
  for (;;) {
    if (bytes[position] !== 0xff) throw damagedImage("JPEG");
    while (bytes[position] === 0xff) position++;
    const marker = bytes[position++];
    if (marker === EOI) break;
    if (marker === undefined || marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) throw damagedImage("JPEG");
    const data = segmentAt(bytes, position);
    position += 2 + data.length;
    if (marker === APP0) jfif ??= jfifWithoutThumbnail(data);
    else if (marker === APP1) orientation ??= readOrientation(data);
    else if (marker === APP2) {
      if (hasAt(data, 0, ICC)) profile.push(data);
    } else if (marker === APP14) {
      if (hasAt(data, 0, "Adobe") && data.length >= 12) parts.push(segment(APP14, data.subarray(0, 12)));
    } else if (marker === COM || (marker >= APP0 && marker <= APP15)) continue;
    else if (!isOfItsLength(marker, data)) throw damagedImage("JPEG");
    else {
      parts.push(segment(marker, data));
      if (isFrame(marker)) {
        if (size !== undefined) throw damagedImage("JPEG");
        const view = viewOf(data);
        size = { width: view.getUint16(3), height: view.getUint16(1) };
      }
    }
    if (marker === SOS) {
      const end = endOfScan(bytes, position);
      parts.push(bytes.subarray(position, end));
      position = end;
      scans++;
    }
  }
  if (size === undefined || scans === 0 || size.width === 0 || size.height === 0) throw damagedImage("JPEG");
  refuseTooManyPixels(size);
  const turned = orientation !== undefined && orientation > 1 ? orientation : undefined;
  return {
    bytes: concatenate([
      Uint8Array.of(0xff, SOI),
      ...(jfif === undefined ? [] : [jfif]),
      ...(turned === undefined ? [] : [segment(APP1, orientationOnly(turned))]),
      ...profileSegments(profile),
      ...parts,
      Uint8Array.of(0xff, EOI),
    ]),
    facts: turned !== undefined && turned >= 5 ? { width: size.height, height: size.width } : size,
  };
}

function segmentAt(bytes: Uint8Array, position: number): Uint8Array {
  const length = ((bytes[position] ?? 0) << 8) | (bytes[position + 1] ?? 0);
  if (length < 2 || position + length > bytes.length) throw damagedImage("JPEG");
  return bytes.subarray(position + 2, position + length);
}

function segment(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return concatenate([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data]);
}

/** Density and version only; what is no JFIF header (such as JFXX, which holds a thumbnail) is undefined. */
function jfifWithoutThumbnail(data: Uint8Array): Uint8Array | undefined {
  if (!hasAt(data, 0, "JFIF\0") || data.length < 14) return undefined;
  return segment(APP0, concatenate([data.subarray(0, 12), Uint8Array.of(0, 0)]));
}

/**
 * The profile's segments in their order, if together they are one profile; its picture is only a little off without it.
 */
function profileSegments(segments: readonly Uint8Array[]): readonly Uint8Array[] {
  const header = ICC.length + 2;
  const isInOrder = segments.every(
    (data, index) => data[ICC.length] === index + 1 && data[ICC.length + 1] === segments.length,
  );
  const whole = concatenate(segments.map((data) => data.subarray(header)));
  return isInOrder && isColourProfile(whole) ? segments.map((data) => segment(APP2, data)) : [];
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== 0xc8 && marker !== DAC;
}

/** Whether a segment is one that decoding needs, with nothing after its last value. */
function isOfItsLength(marker: number, data: Uint8Array): boolean {
  if (isFrame(marker)) return data.length === 6 + 3 * (data[5] ?? 0);
  if (marker === SOS) return data.length === 4 + 2 * (data[0] ?? 0);
  if (marker === DRI) return data.length === 2;
  if (marker === DAC) return data.length % 2 === 0;
  if (marker !== DQT && marker !== DHT) return false;
  let position = 0;
  while (position < data.length) position += 1 + tableLength(marker, data, position);
  return position === data.length;
}

function tableLength(marker: number, data: Uint8Array, position: number): number {
  if (marker === DQT) return (data[position] ?? 0) >> 4 === 0 ? 64 : 128;
  return data.subarray(position + 1, position + 17).reduce((sum, count) => sum + count, 16);
}

/** Where the next marker is: in a scan FF is followed by 00, or by a restart marker. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let position = bytes.indexOf(0xff, start); position !== -1; position = bytes.indexOf(0xff, position + 2)) {
    const next = bytes[position + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return position;
  }
  throw damagedImage("JPEG");
}
