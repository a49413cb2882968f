import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeAt } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/**
 * `:::exempt`, and whatever an author could mean by it: other colons or semicolons, one colon with braces, in a cell, in code; its
 * attributes wherever they are; lines that begin with such a mark.
 */
const MARK = "[:;：；﹕︓︰∶꞉ː⁚]";
const EXEMPT = new RegExp(
  [
    // Without a look at what is before the first, a run of marks would be read again from each of them.
    `${MARK}(?<!${MARK}.)${MARK}+[^\\S\\n]*(?:exempt|confidential)`,
    `${MARK}(?:exempt|confidential)\\[`,
    `${MARK}[^\\S\\n]*(?:exempt|confidential)[^\\S\\n]*\\{`,
    `^[^\\S\\n>]*${MARK}[^\\S\\n]*(?:exempt|confidential)[^\\S\\n]*$`,
    `^[^\\S\\n]*[;；]{3}`,
    "\\bexempt[^\\S\\n]*\\{(?!elsewhere\\})",
    "\\{[^\\S\\n]*(?:exempt\\b|(?:paragraphs?|basis|review|public-interest)[^\\S\\n]*=)",
  ].join("|"),
  "gimu",
);

/** Where a passage is begun in a place or a form in which nothing is withheld, the report is refused as a whole. */
export const exemptPassage = rule({
  id: "exempt-passage",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  castsDoubt: true,
  summary: "a passage that is to be withheld is in a place or a form in which nothing would withhold it",
  remedy: "write :::exempt{paragraphs=…} on a line of its own, and ::: on a line below the passage",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const begun = new Set(
    nodesOf(text, "containerDirective").flatMap(({ node }) =>
      node.name === "exempt" ? [node.position?.start.offset] : [],
    ),
  );
  for (const match of text.text.matchAll(EXEMPT)) {
    // The braces of a line that opens a passage come after its colons on that line.
    const lineStart = text.text.lastIndexOf("\n", match.index) + 1;
    if (begun.has(match.index) || begun.has(lineStart + indentAt(text.text, lineStart))) continue;
    const message = "a passage that is not to be published seems to begin here, and nothing would withhold it";
    raise({ place: placeAt(text, match.index, match.index + match[0].length), message });
  }
}

function indentAt(text: string, start: number): number {
  return /^[^\S\n]*/.exec(text.slice(start, start + 200))?.[0].length ?? 0;
}
