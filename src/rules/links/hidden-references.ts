import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { lacksInFonts } from "../../interface/font-coverage.ts";
import { HIDDEN_CHARACTERS, nameOfCharacter } from "../../text/hidden-characters.ts";
import { coverageOf, placeAt } from "../../text/place.ts";
import { nameOf } from "../characters/characters-in-fonts.ts";
import { describe, UNPRINTABLE } from "../characters/characters-unprintable.ts";
import { type Check, nodesOf } from "../check.ts";

const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,30}));/gi;

/** A character that cannot be seen, or printed, is refused, too, where it is written as a reference such as `&#x202e;`. */
export const hiddenReferences: Check = (text, raise) => {
  if (!text.text.includes("&")) return;
  const literal = [...nodesOf(text, "code"), ...nodesOf(text, "inlineCode"), ...nodesOf(text, "html")];
  const isLiteral = coverageOf(literal.map(({ node }) => node));
  for (const match of text.text.matchAll(REFERENCE)) {
    const { index } = match;
    const character = decoded(match);
    if (isLiteral(index)) continue;
    if (character.match(UNPRINTABLE) !== null) {
      raise({
        rule: "character-unprintable",
        place: placeAt(text, index, index + match[0].length),
        message: `${describe(character)} is written here as ${match[0]}, and readers get an empty box for it`,
        fix: "delete it, or type the sign that is meant",
      });
    }
    const lacking = lacksInFonts(character);
    if (lacking !== undefined) {
      raise({
        rule: "character-not-in-fonts",
        place: placeAt(text, index, index + match[0].length),
        message: `no PDF can be made with ${nameOf(lacking)}, which is written here as ${match[0]}`,
        fix: "say in words what the sign means, or spell the name in Latin letters",
      });
    }
    if (character.match(HIDDEN_CHARACTERS) === null) continue;
    raise({
      rule: "hidden-character",
      place: placeAt(text, index, index + match[0].length),
      message: `${nameOfCharacter(character)} is written here as ${match[0]}, and cannot be seen`,
      fix: "delete it",
    });
  }
};

function decoded([, hexadecimal, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || "";
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
