import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { writtenDefinitions } from "./written-definitions.ts";

/** Of two `[name]: address` lines for one name, the first counts. */
export const linkDefinitionTwice = rule({
  id: "link-definition-twice",
  severity: "warning",
  group: "links",
  summary: "the address of a link is given twice",
  remedy: "delete one of the two lines",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const written = writtenDefinitions(text);
  for (const { node } of nodesOf(text, "definition")) {
    const first = written.get(node.identifier);
    if (first === undefined || first === node) continue;
    raise({
      place: placeOf(text, node),
      message: `the address of [${node.label ?? node.identifier}] is given twice, and the first counts`,
      related: { message: "first written here", place: placeOf(text, first) },
    });
  }
}
