import { type Document, isScalar, visit } from "yaml";
import type { Raise } from "../../diagnostics/catalogue.ts";
import { lacksInFonts } from "../../interface/font-coverage.ts";
import type { Place } from "../../model/source.ts";
import { signNotInFonts } from "../../rules/text/signs-not-in-fonts.ts";
import { unprintable } from "../../rules/text/unprintable-characters.ts";
import { rangeOf } from "../../yaml/explain-errors.ts";

/**
 * Raises the characters that no font shows, and those that the fonts of PDFs lack, in the names and values of fields,
 * however they are written: in quotation marks YAML knows escapes for all of them. What `isFound` knows already is left
 * out.
 */
export function raiseCharactersOfFields(
  document: Document,
  placeOf: (range: { readonly start: number; readonly end: number }) => Place,
  isFound: (character: string, range: { readonly start: number; readonly end: number }) => boolean,
  raise: Raise,
): void {
  visit(document, {
    Scalar(_key, node) {
      if (!isScalar(node) || typeof node.value !== "string") return;
      const range = rangeOf(node);
      const lost = unprintable(node.value);
      if (lost !== undefined && !isFound(lost, range))
        raise({
          rule: "character-unprintable",
          place: placeOf(range),
          message: "a character that readers see as an empty box is written here as an escape",
          fix: "delete it, or type the character that is meant",
          quotesNothing: true,
        });
      const lacking = lacksInFonts(node.value);
      if (lacking !== undefined && !isFound(lacking, range))
        raise({ rule: "character-not-in-fonts", place: placeOf(range), ...signNotInFonts(lacking) });
    },
  });
}
