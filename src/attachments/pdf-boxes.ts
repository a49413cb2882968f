import type { PdfFile } from "./pdf-file.ts";
import { damagedPdf, type PdfValue } from "./pdf-syntax.ts";

/** A rectangle, in the units of its page. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Reads a rectangle, which is given by any two of its opposite corners. Throws `RefusedFile` where it is none. */
export function boxOf(value: PdfValue | undefined, { resolve }: PdfFile): Box | undefined {
  const corners = resolve(value);
  if (corners === null) return undefined;
  if (!Array.isArray(corners) || corners.length !== 4) throw damagedPdf();
  const [a, b, c, d] = corners.map((corner) => resolve(corner));
  if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number")
    throw damagedPdf();
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
