import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { coverageOf } from "../../text/place.ts";

/** A character that is written as a reference, such as `&#x202e;`. */
interface CharacterReference {
  readonly typed: string;
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,30}));/gi;

/** The characters that are written as references, outside code and HTML. */
export function characterReferences(text: ParsedText): readonly CharacterReference[] {
  if (!text.text.includes("&")) return [];
  const literal = [...nodesOf(text, "code"), ...nodesOf(text, "inlineCode"), ...nodesOf(text, "html")];
  const isLiteral = coverageOf(literal.map(({ node }) => node));
  return [...text.text.matchAll(REFERENCE)]
    .filter(({ index }) => !isLiteral(index))
    .map((match) => ({
      typed: match[0],
      character: decoded(match),
      start: match.index,
      end: match.index + match[0].length,
    }));
}

function decoded([, hexadecimal, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || "";
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
