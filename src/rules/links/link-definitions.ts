import type { Definition } from "mdast";
import { placeOf } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

/** `[name]: address` lines are not published, so one that nothing uses may be text that was lost. */
export const linkDefinitions: Check = (text, raise) => {
  const first = new Map<string, Definition>();
  for (const { node } of nodesOf(text, "definition")) {
    const earlier = first.get(node.identifier);
    if (earlier === undefined) first.set(node.identifier, node);
    else {
      raise({
        rule: "link-definition-twice",
        place: placeOf(text, node),
        message: `the address of [${node.label ?? node.identifier}] is written down twice, and the first counts`,
        fix: "delete one of the two lines",
        related: { message: "first written here", place: placeOf(text, earlier) },
      });
    }
  }
  const used = new Set(
    [...nodesOf(text, "linkReference"), ...nodesOf(text, "imageReference")].map(({ node }) => node.identifier),
  );
  for (const [identifier, node] of first) {
    if (used.has(identifier)) continue;
    const label = node.label ?? identifier;
    raise({
      rule: "link-definition-unused",
      place: placeOf(text, node),
      message: `this line gives [${label}] an address, nothing uses it, and it is not published`,
      fix: `use it as [${label}], or put a backslash before the [ when the line is meant as text`,
    });
  }
};
