import { toString as textOf } from "mdast-util-to-string";
import type { NumberedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** A sign that joins cells in another program joins none here, and is read out. */
export const tableCellMerged = rule({
  id: "table-cell-merged",
  severity: "hint",
  group: "lists-and-tables",
  summary: "a cell of a table has a sign that is meant to join it to another",
  remedy: "write into it what it stands for",
  checks: { numberedText: check },
});

/** Signs by which other programs join a cell to its neighbour, or say that it repeats the one above. */
const JOINED = /^(?:\^{1,2}|<|>|"|''|,,|″|〃|ditto|do\.)$/i;

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    for (const cell of node.children.slice(1).flatMap((row) => row.children)) {
      const words = textOf(cell).trim();
      if (!JOINED.test(words)) continue;
      const message = `a cell has only ${words}, which joins no cells and is read out as a sign`;
      raise({ place: placeOf(text, cell), message });
    }
  }
}
