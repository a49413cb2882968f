import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/**
 * A line of dashes, stars or underscores draws a line across the page (CommonMark 0.31, section 4.1), which says
 * nothing to who cannot see it.
 */
export const lineDrawn = rule({
  id: "line-drawn",
  severity: "hint",
  group: "text",
  summary: "a line of signs draws a line across the page",
  remedy: "delete it, or put a heading in its place",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "thematicBreak")) {
    raise({
      place: placeOf(text, node),
      message: "these signs draw a line across the page",
      fix: "delete them, or put a heading in their place where a new part begins",
    });
  }
}
