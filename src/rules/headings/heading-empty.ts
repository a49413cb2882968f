import type { NumberedText } from "../../model/tree.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { outlineOf } from "../outline.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A heading with nothing under it leads those who follow the contents to nothing. */
export const headingEmpty = rule({
  id: "heading-empty",
  severity: "warning",
  group: "headings",
  summary: "there is nothing under a heading",
  remedy: "write its text below it, or delete the heading",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node, words, hasContent, hasHeadings } of outlineOf(text)) {
    if (hasContent || hasHeadings || words === "") continue;
    raise({
      place: placeOfFirstLine(text, node),
      message: `there is nothing under the heading “${words}”`,
    });
  }
}
