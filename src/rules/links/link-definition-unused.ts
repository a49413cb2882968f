import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { writtenDefinitions } from "./written-definitions.ts";

/** `[name]: address` lines are not published, so one that nothing uses may be text that was lost. */
export const linkDefinitionUnused = rule({
  id: "link-definition-unused",
  severity: "warning",
  group: "links",
  summary: "the address of a link is given and never used",
  remedy: "use it, or delete the line",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const used = new Set(
    [...nodesOf(text, "linkReference"), ...nodesOf(text, "imageReference")].map(({ node }) => node.identifier),
  );
  for (const [identifier, node] of writtenDefinitions(text)) {
    if (used.has(identifier)) continue;
    const label = node.label ?? identifier;
    raise({
      place: placeOf(text, node),
      message: `this line gives [${label}] an address, but nothing uses it, and it is not published`,
      fix: `use it as [${label}], or put a backslash before the [ if the line is meant as text`,
    });
  }
}
