import type { Finding } from "../../diagnostics/catalogue.ts";
import { lacksInDrawing, lacksInFonts } from "../../interface/font-coverage.ts";
import type { Attachment } from "../../model/report.ts";
import type { LineCheck } from "../check.ts";

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
      ...signNotInFonts(character),
    });
  }
};

/** What is said of a sign that the fonts of PDFs lack. */
export function signNotInFonts(character: string): Pick<Finding, "message" | "fix"> {
  return {
    message: `no PDF can be made with ${nameOf(character)}, which its fonts do not have`,
    fix: "say in words what the sign means, or spell the name in Latin letters",
  };
}

/** What is wrong with a drawing whose words no PDF can be made with, and how to mend it; `undefined` where they are sound. */
export function problemOfDrawing({ path, characters = "" }: Attachment): Pick<Finding, "message" | "fix"> | undefined {
  const character = lacksInDrawing(characters);
  if (character === undefined) return undefined;
  return {
    message: `no PDF can be made with ${nameOf(character)}, which stands in the words of ${path} and which its fonts do not have`,
    fix: "write other words in the drawing, turn its text into paths, or export it as PNG",
  };
}

/** "😀 (U+1F600)". */
export function nameOf(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}
