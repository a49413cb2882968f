import type { Heading, Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ParsedText } from "../../model/tree.ts";
import { typedText } from "../../text/place.ts";

const LONGEST_HEADING = 100;

/** Whether a heading is made by a line of dashes or = signs below it (CommonMark 0.31, section 4.3). */
export function isUnderlined(text: ParsedText, node: Nodes): boolean {
  return /\n[ >\t]*(?:=+|-+)\s*$/.test(typedText(text, node));
}

/** Whether a heading is a paragraph with a line of dashes straight below it, which so loses its number. */
export function isUnderlinedParagraph(text: ParsedText, node: Heading): boolean {
  const words = wordsOf(node);
  const readsAsParagraph = words.includes("\n") || words.length > LONGEST_HEADING || /[.!?;,]$/.test(words);
  return words !== "" && readsAsParagraph && node.depth === 2 && isUnderlined(text, node);
}

/** The words of a heading; a comment in it is none. */
export function wordsOf(node: Heading): string {
  return textOf(node, { includeHtml: false }).trim();
}
