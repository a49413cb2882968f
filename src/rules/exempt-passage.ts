import { placeAt } from "../place.ts";
import type { Check } from "./check.ts";

/** `:::exempt`, and whatever an author could mean by it: other colons, one colon with braces, in a cell, in code. */
const EXEMPT = /[:：﹕∶꞉ː]{2,}[^\S\n]*exempt|[:：﹕∶꞉ː][^\S\n]*exempt[^\S\n]*[[{]/giu;

/** A passage cannot be withheld yet, so a report that asks for it, wherever and however, is refused as a whole. */
export const exemptPassage: Check = (text, raise) => {
  for (const match of text.text.matchAll(EXEMPT)) {
    const message = "a passage begins here that is not to be published, and this version cannot withhold a passage";
    const fix = "withhold the whole report, or move the passage into an annex that is withheld";
    raise({ rule: "exempt-passage", place: placeAt(text, match.index, match.index + match[0].length), message, fix });
  }
};
