import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { coverageOf, placeAt, typedText } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/**
 * What an author means as a comment is never published. Where Markdown does not read it as HTML (an empty line within
 * it, half of it in a cell or an item, a line of definitions), it is refused; only code between fences or backticks may
 * show the marks.
 */
export const commentUnread = rule({
  id: "comment-unread",
  severity: "error",
  group: "text",
  castsDoubt: true,
  summary: "a comment is in a place where its words would be published",
  remedy: "put the whole comment on lines of its own at the margin, with no empty line in it",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  if (!text.text.includes("<!--")) return;
  const isRead = coverageOf([
    ...nodesOf(text, "html").map(({ node }) => node),
    ...nodesOf(text, "inlineCode").map(({ node }) => node),
    ...nodesOf(text, "code").flatMap(({ node }) => (/^\s*(?:`{3}|~{3})/.test(typedText(text, node)) ? [node] : [])),
  ]);
  for (const { index } of text.text.matchAll(/<!--|-->/g)) {
    if (isRead(index)) continue;
    raise({
      place: placeAt(text, index, index + 3),
      message: "a comment begins or ends here, in a place where its words would be published",
      fix: "put the whole comment, from <!-- to -->, on lines of its own at the margin, with no empty line in it",
    });
  }
}
