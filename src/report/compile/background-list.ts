import { toString as textOf } from "mdast-util-to-string";
import type { Node } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { Law } from "../../law/law.ts";
import type { ParsedText } from "../../model/tree.ts";
import type { FrontmatterReading } from "../frontmatter/read.ts";
import { passagesIn } from "../withholding/exempt-passages.ts";

/** How far into a line the words may be: behind a number, or after "List of". */
const REACH = 60;
const BACKGROUND =
  /\bbackground\s+(?:papers?|documents?)\b|\b(?:bapur|papur|phapur|mhapur)au(?:\s+|\u2019r\s+)[cg]efndir/i;

/**
 * Raises that a public report for a meeting has no list of its background papers, neither in its field nor under words of its own in the
 * text: each copy must include one, and "None" is one. The law is that of the meeting.
 */
export function raiseBackgroundMissing(
  { frontmatter, confidentiality, placeOf }: FrontmatterReading,
  text: ParsedText,
  law: Law,
  raise: Raise,
): void {
  const { meeting, background, saysNoBackground } = frontmatter;
  if (confidentiality !== "public" || background.length > 0 || saysNoBackground || isListedIn(text)) return;
  raise({
    rule: "background-missing",
    place: placeOf([meeting === undefined ? "also-to" : "meeting"]),
    message: `a report for a meeting has a list of its background papers (${law.background.list}), and there is none here`,
    fix: "list in `background:` what the report is based on, without published works, or write `background: None`",
    quotesNothing: true,
  });
}

/** What is withheld is in no copy that the public has. */
function isListedIn(text: ParsedText): boolean {
  const withheld = new Set<Node>(passagesIn(text));
  let isFound = false;
  visit(text.tree, (node) => {
    if (withheld.has(node)) return SKIP;
    if (node.type !== "heading" && node.type !== "paragraph" && node.type !== "tableCell") return;
    isFound ||= BACKGROUND.test(textOf(node).slice(0, REACH));
  });
  return isFound;
}
