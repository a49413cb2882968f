import type { Nodes } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { coverageOf, placeOf } from "../../text/place.ts";
import { passagesIn } from "./exempt-passages.ts";

const USES = {
  linkReference: "definition",
  imageReference: "definition",
  footnoteReference: "footnoteDefinition",
} as const;

/**
 * Raises notes and addresses of links that are written in a passage and used outside of it, or written on both sides:
 * what is published must be complete, and the same, without the passage.
 */
export function raiseSharedDefinitions(text: ParsedText, raise: Raise): void {
  const passages = passagesIn(text);
  if (passages.length === 0) return;
  const isCovered = coverageOf(passages);
  const isWithheld = ({ position }: Nodes): boolean => isCovered(position?.start.offset ?? -1);
  const refuseUse = (node: Nodes): void => {
    const message = "what this refers to is written in a withheld passage";
    const fix = "write it outside the passage; what only passages use is not published anyway";
    raise({ rule: "exempt-definition", place: placeOf(text, node), message, fix });
  };
  for (const kind of ["definition", "footnoteDefinition"] as const) {
    const written = nodesOf(text, kind).map(({ node }) => node);
    const outside = new Set(written.filter((node) => !isWithheld(node)).map(({ identifier }) => identifier));
    const inside = new Map(written.filter(isWithheld).map((node) => [node.identifier, node]));
    for (const [identifier, node] of inside) {
      if (!outside.has(identifier)) continue;
      const message = "this is written in a withheld passage, and outside it, too";
      raise({
        rule: "exempt-definition",
        place: placeOf(text, node),
        message,
        fix: "give one of the two another name",
      });
    }
    for (const use of ["linkReference", "imageReference", "footnoteReference"] as const) {
      if (USES[use] !== kind) continue;
      for (const { node } of nodesOf(text, use)) {
        if (isWithheld(node) || outside.has(node.identifier) || !inside.has(node.identifier)) continue;
        refuseUse(node);
      }
    }
    if (inside.size === 0) continue;
    // Markdown reads the text above a passage before what is written in it, and leaves the brackets as they are.
    const typed = kind === "definition" ? /\[([^[\]]+)\]/g : /\[\^([^[\]\s]+)\]/g;
    for (const { node } of nodesOf(text, "text")) {
      const names = [...node.value.matchAll(typed)].map(([, name = ""]) =>
        name.replace(/\s+/g, " ").trim().toLowerCase(),
      );
      if (!isWithheld(node) && names.some((name) => inside.has(name) && !outside.has(name))) refuseUse(node);
    }
  }
}
