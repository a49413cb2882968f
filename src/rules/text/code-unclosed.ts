import type { Code } from "mdast";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { typedText } from "../../text/place.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";

/**
 * Code between lines of ``` goes on to the end of the text where nothing closes it, with every number in it (CommonMark
 * 0.31, section 4.5).
 */
export const codeUnclosed = rule({
  id: "code-unclosed",
  severity: "error",
  group: "text",
  summary: "code begins here, and no line closes it",
  remedy: "put a line of ``` below its last line; if this is not code, delete the line",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "code")) {
    const sign = openingOf(text, node);
    if (sign === undefined || isClosed(text, node, sign)) continue;
    const message = `no line of ${sign} closes the code that begins here, so all that follows is shown as computer code`;
    const fix = `put a line of ${sign} below its last line, with no more than three spaces before it; if this is not code, delete the line`;
    raise({ place: placeOfFirstLine(text, node), message, fix });
  }
}

function openingOf(text: ParsedText, code: Code): string | undefined {
  return /^(?:`{3,}|~{3,})/.exec(typedText(text, code))?.[0];
}

function isClosed(text: ParsedText, code: Code, sign: string): boolean {
  const [, ...lines] = typedText(text, code).split("\n");
  const last = (lines.at(-1) ?? "").replace(/^[\s>]*/, "").trimEnd();
  return last.length >= sign.length && last === sign.charAt(0).repeat(last.length);
}
