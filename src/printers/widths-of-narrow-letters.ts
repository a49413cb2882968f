import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import type { Widths } from "./widths.ts";

/** Measures texts of narrow letters alone; of some scripts it knows too little. */
export const narrowLetters: Widths = {
  widthOf: stringWidth,
  wrapped: (text, columns) => wrapAnsi(text, columns, { hard: true }),
};
