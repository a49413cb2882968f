import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type Check, nodesOf } from "../check.ts";
import { isUnderlined } from "./heading-words.ts";

/** The title is the only heading of the first level, and no level is skipped on the way down. */
export const headingLevels: Check = (text, raise) => {
  let above = 1;
  for (const { node } of nodesOf(text, "heading")) {
    const place = placeOfFirstLine(text, node);
    if (node.depth === 1) {
      raise({
        rule: "heading-level-one",
        place,
        message: isUnderlined(text, node)
          ? "the line of = signs below makes a heading of the first level of this, which is the title's alone"
          : "this heading is of the first level (#), which is the title's alone",
        fix: isUnderlined(text, node)
          ? "delete the line of = signs; a heading begins with ##"
          : "begin the heading with ##, or run `scrutineer fix`",
      });
    } else if (node.depth > above + 1) {
      raise({
        rule: "heading-level-skipped",
        place,
        message: `this heading is of level ${node.depth}, and the one above it of level ${above}`,
        fix: `begin the heading with ${"#".repeat(above + 1)}, or run \`scrutineer fix\``,
      });
    }
    above = Math.max(node.depth, 2);
  }
};
