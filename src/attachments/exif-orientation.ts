import { fromLatin1, hasAt, viewOf } from "./byte-sequences.ts";

const SIGNATURE = "Exif\0\0";
const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * How the picture is to be turned, 1 (as it is) to 8, by the data of a JPEG's EXIF segment (CIPA DC-008, tag 0x0112);
 * undefined where the data are no EXIF.
 */
export function readOrientation(data: Uint8Array): number | undefined {
  if (!hasAt(data, 0, SIGNATURE)) return undefined;
  const tiff = data.subarray(SIGNATURE.length);
  const isLittleEndian = hasAt(tiff, 0, "II*\0");
  if (!isLittleEndian && !hasAt(tiff, 0, "MM\0*")) return 1;
  try {
    const view = viewOf(tiff);
    const directory = view.getUint32(4, isLittleEndian);
    const count = view.getUint16(directory, isLittleEndian);
    for (let index = 0; index < count; index++) {
      const entry = directory + 2 + 12 * index;
      if (view.getUint16(entry, isLittleEndian) !== ORIENTATION) continue;
      const value = view.getUint16(entry + 8, isLittleEndian);
      return view.getUint16(entry + 2, isLittleEndian) === SHORT && value >= 1 && value <= 8 ? value : 1;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** The data of an EXIF segment that says how the picture is to be turned, and nothing else. */
export function orientationOnly(orientation: number): Uint8Array {
  const start = fromLatin1(`${SIGNATURE}MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0`);
  return Uint8Array.from([...start, orientation, 0, 0, 0, 0, 0, 0]);
}
