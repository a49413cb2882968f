import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeInLine, type TypedLine, typedLines } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** Marks of emphasis that make none, so that readers see the signs themselves. */
export const emphasisUnread = rule({
  id: "emphasis-unread",
  severity: "warning",
  group: "text",
  summary: "signs that are meant to make words bold or italic are shown as they are",
  remedy: "put the signs directly before the first letter and directly after the last",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "text")) {
    if (!/[*_]/.test(node.value)) continue;
    for (const line of typedLines(text, node)) raiseEmphasis(text, line, raise);
  }
}

const BOLD = /(?<![\p{L}\p{N}*\\])\*\*(?!\*)([^*\n]{1,300})\*\*(?!\*)/gu;
const UNCLOSED = /(?<=^|[\s(“"])_(?=\p{L})/gu;

function raiseEmphasis(text: ParsedText, line: TypedLine, raise: RaiseFound): void {
  for (const { 0: typed, 1: words = "", index } of line.typed.matchAll(BOLD)) {
    const isBlank = words.trim() !== words;
    raise({
      place: placeInLine(text, line, index, index + typed.length),
      message: isBlank
        ? "there is a space on the inner side of ** here, so nothing is bold, and the signs are shown"
        : "these ** signs make nothing bold, because a letter follows them directly, and are shown",
      fix: isBlank
        ? `write **${words.trim()}**`
        : "put a space after the second **, or take a punctuation mark such as a colon out of the bold words",
    });
  }
  for (const { index } of line.typed.matchAll(UNCLOSED)) {
    raise({
      place: placeInLine(text, line, index, index + 1),
      message: "this _ begins emphasis that never ends, so the sign is shown",
      fix: "put another _ directly after the last word that it is for, or delete it",
    });
  }
}
