import { toString as textOf } from "mdast-util-to-string";
import { placeOf, typedText } from "../../text/place.ts";
import type { Check } from "../check.ts";
import { outsideGlossary } from "../words/outside-glossary.ts";

/** Signs by which other programs join a cell to its neighbour, or say that it repeats the one above. */
const JOINED = /^(?:\^{1,2}|<|>|"|''|,,|″|〃|ditto|do\.)$/i;

/** Whether each row of a table has a cell for each column, and cells say what they hold. */
export const tableRows: Check = (text, raise) => {
  for (const { node } of outsideGlossary(text, "table")) {
    const [header, ...rows] = node.children;
    const width = header?.children.length ?? 0;
    for (const row of rows) {
      const cells = row.children.length;
      // A line without a | is taken for a row by mistake, and raised as that.
      if (cells < width && typedText(text, row).includes("|")) {
        const message = `this row has ${formatCells(cells)} and the header ${width}, so the columns on the right stay empty`;
        const fix = `put the missing | where an empty cell belongs: \`${"| … ".repeat(width)}|\``;
        raise({ rule: "table-row-short", place: placeOf(text, row), message, fix });
      }
      for (const cell of row.children) {
        const words = textOf(cell).trim();
        if (!JOINED.test(words)) continue;
        const message = `a cell holds ${words} alone, which joins no cells and is read out as a sign`;
        raise({
          rule: "table-cell-merged",
          place: placeOf(text, cell),
          message,
          fix: "write into it what it stands for",
        });
      }
    }
  }
};

function formatCells(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}
