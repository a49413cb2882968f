import type { PdfFile } from "./pdf-file.ts";
import { damagedPdf, entriesOf, type PdfDictionary, type PdfValue } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

/** In points; boxes that were rounded differ by less. */
const TOLERANCE = 1;
const DEEPEST_TREE = 64;

/**
 * Throws `RefusedFile` where a page shows less than it holds: what is outside of the crop box stays in the file (ISO
 * 32000-1, 14.11.2).
 */
export function refuseCropped(page: PdfDictionary, file: PdfFile): void {
  const crop = boxOf(inherited(page, "CropBox", file), file);
  if (crop === undefined) return;
  const media = boxOf(inherited(page, "MediaBox", file), file) ?? [0, 0, 0, 0];
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

/** A page has the box of the nearest node of the tree, from itself upwards, that has one (7.7.3.4). */
function inherited(page: PdfDictionary, key: string, file: PdfFile): PdfValue | undefined {
  let node: PdfDictionary | undefined = page;
  for (let depth = 0; node !== undefined && depth < DEEPEST_TREE; depth++) {
    const value = node.get(key);
    if (value !== undefined) return value;
    node = entriesOf(file.resolve(node.get("Parent")));
  }
  return undefined;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** A rectangle is given by any two of its opposite corners. */
function boxOf(value: PdfValue | undefined, file: PdfFile): Box | undefined {
  if (value === undefined) return undefined;
  const corners = file.resolve(value);
  if (!Array.isArray(corners) || corners.length !== 4) throw damagedPdf();
  const [a, b, c, d] = corners.map((corner) => file.resolve(corner));
  if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number")
    throw damagedPdf();
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
