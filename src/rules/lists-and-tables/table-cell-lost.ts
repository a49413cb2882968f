import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** GFM drops the cells of a row that go beyond the header (GitHub Flavored Markdown, section 4.10). */
export const tableCellLost = rule({
  id: "table-cell-lost",
  severity: "error",
  group: "lists-and-tables",
  summary: "a row of a table has more cells than its header",
  remedy: "add a column to the header, or put a backslash before a | that is part of the text",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const { node } of nodesOf(text, "table")) {
    const [header, ...rows] = node.children;
    const width = header?.children.length ?? 0;
    for (const row of rows) {
      const lost = row.children[width];
      if (lost === undefined) continue;
      raise({
        place: placeOf(text, lost),
        message: `this row has ${row.children.length} cells and the header ${width}, so what comes from here on would not be published`,
      });
    }
  }
}
