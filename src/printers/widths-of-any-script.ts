import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Widths } from "./widths.ts";

/** Measures whatever a terminal can show. */
export const anyScript: Widths = {
  widthOf: stringWidth,
  wrapped: (text, columns) => wrapAnsi(text, columns, { hard: true }),
};
