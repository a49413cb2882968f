import { RefusedFile } from "./refused-file.ts";

/**
 * The most pixels of one picture. Whoever shows it or prints it needs four bytes for each, however small its file is:
 * 400 MB. An A4 page at 300 dots to the inch has 9 million.
 */
const MOST_PIXELS = 100_000_000;

/** The most pixels of all pictures of an animation, or of a drawing, together. */
const MOST_PIXELS_TOGETHER = 500_000_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Refuses a picture that says it has more pixels than anybody can show. */
export function refuseTooManyPixels({ width, height }: Size): void {
  if (width * height <= MOST_PIXELS) return;
  throw new RefusedFile(
    "it is too large a picture: it says that it has more than 100 million pixels",
    "scale it down to fit in 3508 × 2480 pixels, and attach that",
  );
}

/**
 * Refuses an animation, or a drawing, whose pictures have more pixels together; each of them is looked at by itself,
 * too.
 */
export function refuseTooManyTogether(pictures: readonly Size[]): void {
  for (const picture of pictures) refuseTooManyPixels(picture);
  if (pictures.reduce((sum, { width, height }) => sum + width * height, 0) <= MOST_PIXELS_TOGETHER) return;
  throw new RefusedFile(
    "its pictures together say that they have more than 500 million pixels",
    "scale them down, or leave some of them out, and attach that",
  );
}
