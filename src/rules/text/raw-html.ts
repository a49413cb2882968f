import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isCellBreak, isLineBreak } from "./line-breaks.ts";

const COMMENTS = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;

/** Whether HTML is a comment and nothing else, which is accepted everywhere and published nowhere. */
function isComment(html: string): boolean {
  return COMMENTS.test(html);
}

/** Markdown would drop HTML, and often the words in it. */
export const rawHtml = rule({
  id: "raw-html",
  severity: "error",
  group: "text",
  summary: "there is HTML in the text",
  remedy: "write it in Markdown, or put a backslash before a < that is meant as text",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node, parent } of nodesOf(text, "html")) {
    if (isComment(node.value) || isCellBreak(node.value, parent)) continue;
    const place = placeOf(text, node);
    if (node.value.startsWith("<!--") && !node.value.includes("-->")) {
      raise({
        place,
        message: "a comment begins here and does not end in the same block, so text would vanish or be published",
        fix: "put the whole comment, from <!-- to -->, on lines of its own at the margin",
      });
    } else if (isLineBreak(node.value)) {
      raise({
        place,
        message: "there is a line break in HTML outside a table",
        fix: "end the line above with a backslash, or begin a new paragraph",
      });
    } else {
      raise({
        place,
        message: `there is HTML here, which is not accepted: ${inShort(node.value)}`,
        fix: "write it in Markdown; if a < is meant as text, put a backslash before it",
      });
    }
  }
}

function inShort(html: string): string {
  const [line = ""] = html.split("\n", 1);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
