import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeInLine, typedLines } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";

const SEVERAL_SIGNS = /^(#{2,})\s*([^#\s].*)$/;
/** A single # may begin a hashtag, unless the line is alone and ends as no sentence does. */
const ONE_SIGN = /^(#)(\p{Lu}.{0,80}[^.!?;,:])$/u;

/** A heading needs a blank after its signs, and has six at most (CommonMark 0.31, section 4.2). */
export const headingUnread = rule({
  id: "heading-unread",
  severity: "warning",
  group: "headings",
  summary: "a line begins with # signs, and is not a heading",
  remedy: "put a space between the # signs and the words",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "paragraph")) {
    const lines = typedLines(text, node);
    for (const line of lines) {
      const found = SEVERAL_SIGNS.exec(line.typed) ?? (lines.length === 1 ? ONE_SIGN.exec(line.typed) : null);
      const [, signs, rest = ""] = found ?? [];
      if (signs === undefined) continue;
      raise({
        place: placeInLine(text, line, 0, signs.length),
        message:
          signs.length > 6
            ? "a heading has six # signs at most, so this is not a heading, and the signs are shown"
            : `there is no space between ${signs} and the words, so this is not a heading, and the signs are shown`,
        fix: `write ${signs.length > 6 ? "######" : signs.padEnd(2, "#")} ${rest}`,
      });
    }
  }
}
