import type { Box } from "./pdf-boxes.ts";
import { RefusedFile } from "./refused-file.ts";

/** In points; boxes that were rounded differ by less. */
const TOLERANCE = 1;

/**
 * Throws `RefusedFile` where a page shows less than it holds: what is outside of the crop box stays in the file (ISO
 * 32000-1, 14.11.2).
 */
export function refuseCropped(media: Box, crop: Box | undefined): void {
  if (crop === undefined) return;
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
