import { placeOfFirstLine } from "../../text/typed-lines.ts";
import type { Check } from "../check.ts";
import { outlineOf } from "../outline.ts";

/** A heading with nothing under it leads those who follow the contents to nothing. */
export const headingEmpty: Check = (text, raise) => {
  for (const { node, words, hasContent, hasHeadings } of outlineOf(text)) {
    if (hasContent || hasHeadings || words === "") continue;
    raise({
      rule: "heading-empty",
      place: placeOfFirstLine(text, node),
      message: `nothing stands under the heading “${words}”`,
      fix: "write its text below it, or delete the heading",
    });
  }
};
