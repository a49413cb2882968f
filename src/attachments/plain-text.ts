import type { Cleaned } from "./format.ts";
import { RefusedFile } from "./refused-file.ts";

/** Lets text in UTF-8 through as it is: other encodings would show other characters than those typed. */
export function cleanPlainText(bytes: Uint8Array): Cleaned {
  try {
    if (bytes.includes(0)) throw new TypeError("NUL");
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedFile(
      "it is not plain text in UTF-8",
      'save it again as "CSV UTF-8" (Excel) or as text in UTF-8, and attach that',
    );
  }
  return { bytes };
}
