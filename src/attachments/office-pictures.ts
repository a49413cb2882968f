import type { Clean } from "./format.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { OFFICE } from "./office-refusals.ts";
import { cleanPng } from "./png.ts";
import { RefusedFile } from "./refused-file.ts";
import { cleanSvg } from "./svg.ts";

const PICTURES: ReadonlyMap<string, Clean> = new Map([
  ["png", cleanPng],
  ["jpg", cleanJpeg],
  ["jpeg", cleanJpeg],
  ["gif", cleanGif],
  ["svg", cleanSvg],
]);

/**
 * A picture within an office file, cleaned as a file of its own would be; throws `RefusedFile` at other kinds, such as
 * EMF.
 */
export function cleanPicture(name: string, bytes: Uint8Array): Uint8Array {
  const clean = PICTURES.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "");
  if (clean === undefined) throw OFFICE.unknown(name);
  try {
    return clean(bytes).bytes;
  } catch (error) {
    if (error instanceof RefusedFile) throw new RefusedFile(`in its picture ${name}: ${error.message}`, error.remedy);
    throw error;
  }
}
