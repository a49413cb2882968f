import { lacksInFonts } from "../font-coverage.ts";
import type { LineCheck } from "./check.ts";

/** A character that the fonts of PDFs lack: a PDF for everyone may not be made with it (ISO 14289-1, 7.21.4.1). */
export const charactersInFonts: LineCheck = ({ path, text }, raise) => {
  if (lacksInFonts(text) === undefined) return;
  for (const [index, line] of text.split("\n").entries()) {
    const character = lacksInFonts(line);
    if (character === undefined) continue;
    const column = line.indexOf(character) + 1;
    raise({
      rule: "character-not-in-fonts",
      place: { path, line: index + 1, column, endColumn: column + character.length },
      message: `no PDF can be made with ${nameOf(character)}, which its fonts do not have`,
      fix: "say in words what the sign means, or spell the name in Latin letters",
    });
  }
};

/** "😀 (U+1F600)". */
export function nameOf(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}
