import type { Widths } from "./widths.ts";
import { narrowLetters } from "./widths-of-narrow-letters.ts";

/**
 * Prints with what measures any script. That takes as long to load as a small report to check, so it is loaded for what
 * has other than Latin letters, and the signs that are typed with them.
 */
export async function printInAnyScript(print: (widths: Widths) => string): Promise<string> {
  const printed = print(narrowLetters);
  if (isInNarrowLetters(printed)) return printed;
  const { anyScript } = await import("./widths-of-any-script.ts");
  return print(anyScript);
}

/** Whether each character takes one column, but for those that colour others. */
export function isInNarrowLetters(printed: string): boolean {
  return NARROW.test(printed);
}

/** The bar is that beside the lines which are shown. What steers a terminal is never of what is found. */
const NARROW = /^[\p{Cc} -~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u20ac│]*$/u;
