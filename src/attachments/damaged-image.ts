import { RefusedFile } from "./refused-file.ts";

/** The refusal of an image whose structure cannot be followed to its end; `format` is its name, such as "PNG". */
export function damagedImage(format: string): RefusedFile {
  return new RefusedFile(
    `it is damaged, or not a ${format} file as its name says`,
    `open it in a program for images, save it as ${format} again, and attach that`,
  );
}
