import { placeOf } from "../place.ts";
import { type Check, nodesOf } from "./check.ts";

/** A passage cannot be withheld yet, so a report that asks for it is refused as a whole. */
export const exemptPassage: Check = (text, raise) => {
  for (const { node } of nodesOf(text, "containerDirective")) {
    if (node.name === "unnumbered") continue;
    const message = "a passage begins here that is not to be published, and this version cannot withhold a passage";
    const fix = "withhold the whole report, or move the passage into an annex that is withheld";
    raise({ rule: "exempt-passage", place: { ...placeOf(text, node), endColumn: undefined }, message, fix });
  }
};
