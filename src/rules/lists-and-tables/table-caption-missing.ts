import type { Nodes } from "mdast";
import type { CaptionedTable, NumberedText } from "../../model/tree.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isTableOfNames } from "./blank-cells.ts";

/** Where some tables of a report have captions, readers look for one above each. */
export const tableCaptionMissing = rule({
  id: "table-caption-missing",
  severity: "hint",
  group: "lists-and-tables",
  summary: "a table has no caption, and another has one",
  remedy: "write a caption above it, on a line that begins with Table and a colon",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  const tables = outsideGlossary(text, "table");
  if (tables.length < 2) return;
  const captioned = captionedTables(text.tree.children);
  const named = new Set<Nodes>(captioned.flatMap(({ children }) => children));
  for (const { node } of captioned.length === 0 ? [] : tables) {
    // Names and values need no caption, such as what a paper says of itself at its top.
    if (named.has(node) || isTableOfNames(node)) continue;
    const message = "this table has no caption, and another table of the report has one";
    const fix = "write a line such as `Table: Absence by school` above it, between empty lines";
    raise({ place: placeOfFirstLine(text, node), message, fix });
  }
}

function captionedTables(nodes: readonly Nodes[]): readonly CaptionedTable[] {
  return nodes.flatMap((node) => {
    if (node.type === "captionedTable") return [node];
    return "children" in node ? captionedTables(node.children) : [];
  });
}
