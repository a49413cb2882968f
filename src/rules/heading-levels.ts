import { placeOf } from "../place.ts";
import { type Check, nodesOf } from "./check.ts";

/** The title is the only heading of the first level, and no level is skipped on the way down. */
export const headingLevels: Check = (text, raise) => {
  let above = 1;
  for (const { node } of nodesOf(text, "heading")) {
    const place = placeOf(text, node);
    if (node.depth === 1) {
      raise({
        rule: "heading-level-one",
        place,
        message: "this heading is of the first level (#), which is the title's alone",
        fix: "begin the heading with ##",
      });
    } else if (node.depth > above + 1) {
      raise({
        rule: "heading-level-skipped",
        place,
        message: `this heading is of level ${node.depth}, and the one above it of level ${above}`,
        fix: `begin the heading with ${"#".repeat(above + 1)}`,
      });
    }
    above = Math.max(node.depth, 2);
  }
};
