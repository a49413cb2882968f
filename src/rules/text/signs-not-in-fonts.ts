import { lacksInDrawing } from "../../interface/font-coverage.ts";
import type { Attachment } from "../../model/report.ts";
import type { Found } from "../rule.ts";

/** What is said of a sign that the fonts of PDFs lack, and of the form in which it is typed. */
export function signNotInFonts(character: string, form?: string): Pick<Found, "message" | "fix"> {
  const what = form === undefined ? "which its fonts do not have" : `which is ${form}`;
  return {
    message: `no PDF can be made with ${nameOf(character)}, ${what}`,
    fix: "say in words what the character means, or spell the name in Latin letters",
  };
}

/**
 * What is wrong with a drawing whose words no PDF can be made with, and how to fix it; `undefined` where they are
 * sound.
 */
export function problemOfDrawing({ path, characters = "" }: Attachment): Pick<Found, "message" | "fix"> | undefined {
  const character = lacksInDrawing(characters);
  if (character === undefined) return undefined;
  return {
    message: `no PDF can be made with ${nameOf(character)}, which is in the words of ${path} and which its fonts do not have`,
    fix: "write other words in the drawing, turn its text into paths, or export it as PNG",
  };
}

/** "😀 (U+1F600)". */
function nameOf(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}
