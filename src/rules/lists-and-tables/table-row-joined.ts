import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf, typedText } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A paragraph straight below a table becomes a row of it (GitHub Flavored Markdown, section 4.10). */
export const tableRowJoined = rule({
  id: "table-row-joined",
  severity: "error",
  group: "lists-and-tables",
  summary: "a line directly below a table is taken for a row of it",
  remedy: "put an empty line between the table and the line",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "table")) {
    for (const row of node.children.slice(1)) {
      if (typedText(text, row).includes("|")) continue;
      const message = "this line has no | and is directly below a table, so it is taken for a row of it";
      raise({ place: placeOf(text, row), message, fix: "put an empty line above it" });
    }
  }
}
