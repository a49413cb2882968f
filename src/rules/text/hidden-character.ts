import type { ParsedText } from "../../model/tree.ts";
import { HIDDEN_CHARACTERS, nameOfCharacter } from "../../text/hidden-characters.ts";
import { placeAt } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { characterReferences } from "./character-references.ts";

/** A character that cannot be seen is refused, too, where it is written as a reference such as `&#x202e;`. */
export const hiddenCharacter = rule({
  id: "hidden-character",
  severity: "error",
  group: "text",
  summary: "there is a character here that cannot be seen",
  remedy: "delete it",
  checks: { text: checkReferences },
});

function checkReferences(text: ParsedText, raise: RaiseFound): void {
  for (const { typed, character, start, end } of characterReferences(text)) {
    if (character.match(HIDDEN_CHARACTERS) === null) continue;
    const message = `${nameOfCharacter(character)} is written here as ${typed}, and cannot be seen`;
    raise({ place: placeAt(text, start, end), message });
  }
}
