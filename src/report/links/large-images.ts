import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Attachment } from "../../model/report.ts";
import type { Place } from "../../model/source.ts";
import { formatSize } from "../annexes/attached-files.ts";

/** An A4 page printed at 300 dots to the inch, in pixels. */
const LONG_SIDE = 3508;
const SHORT_SIDE = 2480;
const MOST_BYTES = 1_000_000;

/**
 * Raises that an image holds more than a page can show, or takes long to load on a telephone. Drawings have no size in
 * pixels.
 */
export function raiseLargeImage(
  { path, bytes, format, width = 0, height = 0 }: Attachment,
  place: Place,
  raise: Raise,
): void {
  const isDrawing = format === "SVG";
  const isOverPage = !isDrawing && (Math.max(width, height) > LONG_SIDE || Math.min(width, height) > SHORT_SIDE);
  if (!isOverPage && bytes <= MOST_BYTES) return;
  const size = isDrawing ? "" : ` ${width} × ${height} pixels and`;
  const message = `${path} has${size} ${formatSize(bytes, "en-GB")}, more than a page needs`;
  const fix = isDrawing
    ? "export the drawing again with fewer points, or as PNG"
    : `scale it down to fit in ${LONG_SIDE} × ${SHORT_SIDE} pixels, and save photographs as JPEG, below 1 MB`;
  raise({ rule: "image-large", place, message, fix });
}

/**
 * The most pixels of all pictures of a report together: the program that makes its PDF holds five bytes for each, 2.5
 * GB.
 */
const MOST_PIXELS = 500_000_000;

/**
 * Adds a picture to those of its report, by their pixels, and raises that with it they are too many. A drawing has
 * none.
 */
export function raiseTooManyPixels(
  { path, format, width = 0, height = 0 }: Attachment,
  shown: Map<string, number>,
  place: Place,
  raise: Raise,
): void {
  if (format === "SVG" || shown.has(path)) return;
  const before = [...shown.values()].reduce((sum, pixels) => sum + pixels, 0);
  shown.set(path, width * height);
  if (before > MOST_PIXELS || before + width * height <= MOST_PIXELS) return;
  raise({
    rule: "file-refused",
    place,
    message: `with ${path} the pictures of this report together have more than 500 million pixels, and no PDF can be made with them`,
    fix: `scale each down to fit in ${LONG_SIDE} × ${SHORT_SIDE} pixels`,
  });
}
