import type { Nodes } from "mdast";
import { placeAt } from "../place.ts";
import { type Check, nodesOf } from "./check.ts";

/**
 * What an author means as a comment is never published. Where Markdown does not read it as HTML (an empty line within it, half
 * of it in a cell or an item, a line of definitions), it is refused; only code between fences or backticks may show the marks.
 */
export const commentMarks: Check = (text, raise) => {
  if (!text.text.includes("<!--")) return;
  const read = [
    ...nodesOf(text, "html"),
    ...nodesOf(text, "inlineCode"),
    ...nodesOf(text, "code").filter(({ node }) => /^\s*(?:`{3}|~{3})/.test(typed(text.text, node))),
  ];
  for (const { index } of text.text.matchAll(/<!--|-->/g)) {
    if (read.some(({ node }) => covers(node, index))) continue;
    raise({
      rule: "comment-unread",
      place: placeAt(text, index, index + 3),
      message: "a comment begins or ends here, in a place where its words would be published",
      fix: "put the whole comment, from <!-- to -->, on lines of its own at the margin, with no empty line in it",
    });
  }
};

function typed(text: string, { position }: Nodes): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function covers({ position }: Nodes, offset: number): boolean {
  return offset >= (position?.start.offset ?? 0) && offset < (position?.end.offset ?? 0);
}
