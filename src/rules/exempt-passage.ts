import { placeAt } from "../place.ts";
import { type Check, nodesOf } from "./check.ts";

/** `:::exempt`, and whatever an author could mean by it: other colons, one colon with braces, in a cell, in code. */
const EXEMPT = /[:：﹕∶꞉ː]{2,}[^\S\n]*exempt|[:：﹕∶꞉ː][^\S\n]*exempt[^\S\n]*[[{]/giu;

/** Where a passage is begun in a place or a form in which nothing is withheld, the report is refused as a whole. */
export const exemptPassage: Check = (text, raise) => {
  const begun = new Set(
    nodesOf(text, "containerDirective").flatMap(({ node }) =>
      node.name === "exempt" ? [node.position?.start.offset] : [],
    ),
  );
  for (const match of text.text.matchAll(EXEMPT)) {
    if (begun.has(match.index)) continue;
    const message = "a passage that is not to be published seems to begin here, and nothing would withhold it";
    const fix = "write :::exempt{paragraphs=3} on a line of its own, and ::: on a line below the passage";
    raise({ rule: "exempt-passage", place: placeAt(text, match.index, match.index + match[0].length), message, fix });
  }
};
