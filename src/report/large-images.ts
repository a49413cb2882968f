import type { Attachment, Place } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import { sizeInWords } from "./file-lookup.ts";

/** An A4 page printed at 300 dots to the inch, in pixels. */
const LONG_SIDE = 3508;
const SHORT_SIDE = 2480;
const MOST_BYTES = 1_000_000;

/** Raises that an image holds more than a page can show, or takes long to load on a telephone. Drawings have no size in pixels. */
export function raiseLargeImage(
  { path, bytes, format, width = 0, height = 0 }: Attachment,
  place: Place,
  raise: Raise,
): void {
  const isDrawing = format === "SVG";
  const isOverPage = !isDrawing && (Math.max(width, height) > LONG_SIDE || Math.min(width, height) > SHORT_SIDE);
  if (!isOverPage && bytes <= MOST_BYTES) return;
  const size = isDrawing ? "" : ` ${width} × ${height} pixels and`;
  const message = `${path} has${size} ${sizeInWords(bytes, "en-GB")}, more than a page needs`;
  const fix = isDrawing
    ? "export the drawing again with fewer points, or as PNG"
    : `scale it down to fit in ${LONG_SIDE} × ${SHORT_SIDE} pixels, and save photographs as JPEG, below 1 MB`;
  raise({ rule: "image-large", place, message, fix });
}
