import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isUnderlined } from "./underlined-headings.ts";

/** The title is the only heading of the first level. */
export const headingLevelOne = rule({
  id: "heading-level-one",
  severity: "error",
  group: "headings",
  summary: "there is a heading of the first level in the text",
  remedy: "begin the heading with ##, or run `npx scrutineer fix`",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "heading")) {
    if (node.depth !== 1) continue;
    raise({
      place: placeOfFirstLine(text, node),
      message: isUnderlined(text, node)
        ? "the line of = signs below makes this a heading of the first level, which is only for the title"
        : "this heading is of the first level (#), which is only for the title",
      fix: isUnderlined(text, node)
        ? "delete the line of = signs; a heading begins with ##"
        : "begin the heading with ##, or run `npx scrutineer fix`",
    });
  }
}
