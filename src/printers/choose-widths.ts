import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Widths } from "./widths.ts";

/**
 * What measures all that is found in a folder. What knows every script takes as long to load as a small report to check,
 * and English and Welsh need none of it.
 */
export async function widthsFor(diagnostics: readonly Diagnostic[], folder: string): Promise<Widths> {
  if (![folder, ...diagnostics].every(isInNarrowLetters)) return (await import("./widths-of-any-script.ts")).anyScript;
  return (await import("./widths-of-narrow-letters.ts")).narrowLetters;
}

/** Whether each character of what is found takes one column: Latin letters, and the signs that are typed with them. */
export function isInNarrowLetters(found: Diagnostic | string): boolean {
  return NARROW.test(JSON.stringify(found));
}

/** In JSON what steers a terminal is written with a backslash, as are quotation marks, line ends and tabs. */
const NARROW = /^(?:[ -[\]-~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u20ac]|\\["\\nrt])*$/;
