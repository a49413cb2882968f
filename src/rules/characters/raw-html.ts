import type { Parent } from "mdast";
import { placeOf } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

const COMMENTS = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;
const LINE_BREAK = /^<br\s*\/?>$/i;

/** Whether HTML is a comment and nothing else, which is accepted everywhere and published nowhere. */
function isComment(html: string): boolean {
  return COMMENTS.test(html);
}

/** Whether HTML is a line break in a cell of a table, the one element that is accepted. */
export function isCellBreak(html: string, parent: Parent): boolean {
  return parent.type === "tableCell" && LINE_BREAK.test(html);
}

/** Markdown would drop HTML, and often the words in it. */
export const rawHtml: Check = (text, raise) => {
  for (const { node, parent } of nodesOf(text, "html")) {
    if (isComment(node.value) || isCellBreak(node.value, parent)) continue;
    const place = placeOf(text, node);
    if (node.value.startsWith("<!--") && !node.value.includes("-->")) {
      raise({
        rule: "raw-html",
        place,
        message: "a comment begins here and does not end in the same block, so text would vanish or be published",
        fix: "put the whole comment, from <!-- to -->, on lines of its own at the margin",
      });
    } else if (LINE_BREAK.test(node.value)) {
      raise({
        rule: "raw-html",
        place,
        message: "a line break in HTML stands outside a table",
        fix: "end the line above with a backslash, or begin a new paragraph",
      });
    } else {
      raise({
        rule: "raw-html",
        place,
        message: `HTML stands here, which is not accepted: ${inShort(node.value)}`,
        fix: "write it in Markdown; where a < is meant as a sign, put a backslash before it",
      });
    }
  }
};

function inShort(html: string): string {
  const [line = ""] = html.split("\n", 1);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
