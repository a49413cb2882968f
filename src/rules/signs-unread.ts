import type { ParsedText } from "../model.ts";
import type { Raise } from "./catalogue.ts";
import { type Check, nodesOf } from "./check.ts";
import { placeInLine, type TypedLine, typedLines } from "./typed-lines.ts";

/** Marks of links and of emphasis that make neither, so that readers see the signs themselves. */
export const signsUnread: Check = (text, raise) => {
  for (const { node } of nodesOf(text, "text")) {
    if (!/[[*_]/.test(node.value)) continue;
    for (const line of typedLines(text, node)) {
      raiseLinks(text, line, raise);
      raiseEmphasis(text, line, raise);
    }
  }
};

const APART =
  /(?<!\\)(!?)\[[^\][\n]{1,200}(?<!\\)\]\s+\((?:https?:\/\/|mailto:|\.{0,2}\/|[^\s()]{1,200}\.(?:md|pdf|docx?|xlsx?|csv|png|jpe?g|gif|svg|webp)\))/g;
const UNDEFINED = /(?<!\\)(!?)\[[^\][\n]{1,200}(?<!\\)\]\[([^\][\n^]{1,200})(?<!\\)\]/g;

function raiseLinks(text: ParsedText, line: TypedLine, raise: Raise): void {
  for (const { 0: typed, 1: mark, index } of line.typed.matchAll(APART)) {
    const what = mark === "" ? "link" : "image";
    raise({
      rule: "link-unread",
      place: placeInLine(text, line, index, index + typed.length),
      message: `a blank stands between ] and ( here, so this makes no ${what}, and the brackets are shown`,
      fix: "take the blank out",
    });
  }
  for (const { 0: typed, 1: mark, 2: name, index } of line.typed.matchAll(UNDEFINED)) {
    const what = mark === "" ? "link" : "image";
    raise({
      rule: "link-unread",
      place: placeInLine(text, line, index, index + typed.length),
      message: `no line gives [${name}] an address, so this makes no ${what}, and the brackets are shown`,
      fix: `write the address in brackets, [words](address), or on a line of its own: \`[${name}]: address\``,
    });
  }
}

const BOLD = /(?<![\p{L}\p{N}*\\])\*\*(?!\*)([^*\n]{1,300})\*\*(?!\*)/gu;
const UNCLOSED = /(?<=^|[\s(“"])_(?=\p{L})/gu;

function raiseEmphasis(text: ParsedText, line: TypedLine, raise: Raise): void {
  for (const { 0: typed, 1: words = "", index } of line.typed.matchAll(BOLD)) {
    const isBlank = words.trim() !== words;
    raise({
      rule: "emphasis-unread",
      place: placeInLine(text, line, index, index + typed.length),
      message: isBlank
        ? "a blank stands on the inner side of ** here, so nothing is bold, and the signs are shown"
        : "these ** signs make nothing bold, because a letter follows straight upon them, and are shown",
      fix: isBlank
        ? `write **${words.trim()}**`
        : "put a blank behind the second **, or take a sign such as a colon out of the bold words",
    });
  }
  for (const { index } of line.typed.matchAll(UNCLOSED)) {
    raise({
      rule: "emphasis-unread",
      place: placeInLine(text, line, index, index + 1),
      message: "this _ begins no emphasis that ends, so the sign is shown",
      fix: "put another _ straight behind the last word that it is for, or delete it",
    });
  }
}
