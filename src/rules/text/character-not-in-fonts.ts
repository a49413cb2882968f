import { lacksInFonts } from "../../interface/font-coverage.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeAt, type Readable } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { characterReferences } from "./character-references.ts";
import { signNotInFonts } from "./signs-not-in-fonts.ts";

/** A character that the fonts of PDFs lack: a PDF for everyone may not be made with it (ISO 14289-1, 7.21.4.1). */
export const characterNotInFonts = rule({
  id: "character-not-in-fonts",
  severity: "error",
  group: "text",
  isMild: true,
  summary: "a character here is not in the fonts of PDFs",
  remedy: "say in words what it means, or spell it in Latin letters",
  checks: { lines: checkLines, text: checkReferences },
});

function checkLines({ path, text }: Readable, raise: RaiseFound): void {
  if (lacksInFonts(text) === undefined) return;
  for (const [index, line] of text.split("\n").entries()) {
    const character = lacksInFonts(line);
    if (character === undefined) continue;
    const column = line.indexOf(character) + 1;
    raise({
      place: { path, line: index + 1, column, endColumn: column + character.length },
      ...signNotInFonts(character),
    });
  }
}

/** The same where the character is written as a reference. */
function checkReferences(text: ParsedText, raise: RaiseFound): void {
  for (const { typed, character, start, end } of characterReferences(text)) {
    const lacking = lacksInFonts(character);
    if (lacking === undefined) continue;
    raise({ place: placeAt(text, start, end), ...signNotInFonts(lacking, `written here as ${typed}`) });
  }
}
