import type { PdfFile } from "./pdf-file.ts";
import { entriesOf, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** In points; boxes that were rounded differ by less. */
const TOLERANCE = 1;
const DEEPEST_TREE = 64;

/**
 * Throws `RefusedFile` where a page, or all pages, show less than they hold: what is outside of the crop box stays in the file (ISO
 * 32000-1, 14.11.2).
 */
export function refuseCropped(entries: PdfDictionary, file: PdfFile): void {
  const crop = boxOf(entries.get("CropBox"), file);
  const media = crop === undefined ? undefined : mediaBoxOf(entries, file);
  if (crop === undefined || media === undefined) return;
  const [left, bottom, right, top] = crop;
  const isLess =
    left > media[0] + TOLERANCE ||
    bottom > media[1] + TOLERANCE ||
    right < media[2] - TOLERANCE ||
    top < media[3] - TOLERANCE;
  if (isLess)
    throw new RefusedFile(
      "its pages are cropped, and what was cut off is still in it",
      "open it, print it to a new PDF, and attach that",
    );
}

/** A page has the media box of the nearest node above it that has one. */
function mediaBoxOf(entries: PdfDictionary, file: PdfFile): Box | undefined {
  let node: PdfDictionary | undefined = entries;
  for (let depth = 0; node !== undefined && depth < DEEPEST_TREE; depth++) {
    const box = boxOf(node.get("MediaBox"), file);
    if (box !== undefined) return box;
    node = entriesOf(file.resolve(node.get("Parent")));
  }
  return undefined;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** A rectangle is given by any two of its opposite corners. */
function boxOf(value: PdfValue | undefined, file: PdfFile): Box | undefined {
  const corners = file.resolve(value);
  if (!Array.isArray(corners) || corners.length !== 4) return undefined;
  const [a, b, c, d] = corners.map((corner) => file.resolve(corner));
  if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number")
    return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
