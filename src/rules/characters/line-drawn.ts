import { placeOf } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

/** A line of dashes, stars or underscores draws a line across the page (CommonMark 0.31, section 4.1), which says nothing to who cannot see it. */
export const lineDrawn: Check = (text, raise) => {
  for (const { node } of nodesOf(text, "thematicBreak")) {
    raise({
      rule: "line-drawn",
      place: placeOf(text, node),
      message: "these signs draw a line across the page",
      fix: "delete them, or put a heading in their place where a new part begins",
    });
  }
};
