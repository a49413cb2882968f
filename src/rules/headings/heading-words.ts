import type { Heading, Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { ParsedText } from "../../model/tree.ts";
import { typedText } from "../../text/place.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type Check, nodesOf } from "../check.ts";

/** What the words of a heading are like, whatever its level. */
export const headingWords: Check = (text, raise) => {
  for (const { node } of nodesOf(text, "heading")) {
    const words = textOf(node, { includeHtml: false }).trim();
    if (words === "") raiseMissing(text, node, raise);
    else if (!raiseUnderlined(text, node, words, raise)) {
      raiseFullStop(text, node, words, raise);
      raiseCapitals(text, node, words, raise);
    }
  }
};

function raiseMissing(text: ParsedText, node: Heading, raise: Raise): void {
  const message = "this heading has no words";
  const fix = `write its words behind the ${"#".repeat(node.depth)}, or delete the line`;
  raise({ rule: "heading-words-missing", place: placeOfFirstLine(text, node), message, fix });
}

/** Whether a heading is made by a line of dashes or = signs below it (CommonMark 0.31, section 4.3). */
export function isUnderlined(text: ParsedText, node: Nodes): boolean {
  return /\n[ >\t]*(?:=+|-+)\s*$/.test(typedText(text, node));
}

const LONGEST_HEADING = 100;

/** A line of dashes straight below a paragraph makes a heading of it, and the paragraph loses its number. */
function raiseUnderlined(text: ParsedText, node: Heading, words: string, raise: Raise): boolean {
  const readsAsParagraph = words.includes("\n") || words.length > LONGEST_HEADING || /[.!?;,]$/.test(words);
  if (!readsAsParagraph || node.depth !== 2 || !isUnderlined(text, node)) return false;
  const message = "the line of dashes below this paragraph makes a heading of it, so it has no number";
  const fix = "put an empty line above the line of dashes, or delete that line";
  raise({ rule: "heading-underlined", place: placeOfFirstLine(text, node), message, fix });
  return true;
}

/** Words that end in a full stop of their own. */
const OWN_STOP =
  /(?:\.\.|\b(?:etc|ltd|inc|plc|co|no|nos|dept|st|mr|mrs|ms|dr|prof|rev|cllr|hon|al|p|pp|para|vol|[a-z]))\.$/i;

function raiseFullStop(text: ParsedText, node: Heading, words: string, raise: Raise): void {
  const sign = /[.:;,]$/.exec(words)?.[0];
  if (sign === undefined || OWN_STOP.test(words)) return;
  const message = `this heading ends in ${NAMES[sign] ?? "a sign"}`;
  raise({ rule: "heading-full-stop", place: placeOfFirstLine(text, node), message, fix: "take the sign off" });
}

const NAMES: Partial<Record<string, string>> = {
  ".": "a full stop",
  ":": "a colon",
  ";": "a semicolon",
  ",": "a comma",
};

/** Little words that no short form is, and long ones. */
const SHOUTED = /\b(?:AND|OF|THE|FOR|TO|IN|ON|BY|WITH|FROM)\b|\b(?=[A-Z]*[AEIOU])[A-Z]{7,}\b/;

function raiseCapitals(text: ParsedText, node: Heading, words: string, raise: Raise): void {
  if (/\p{Ll}/u.test(words) || !SHOUTED.test(words)) return;
  const message =
    "this heading is in capitals throughout, which are slow to read, and which some screen readers spell out";
  raise({
    rule: "heading-capitals",
    place: placeOfFirstLine(text, node),
    message,
    fix: "write it in small letters, as a sentence begins",
  });
}
