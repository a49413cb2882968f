import { placeOf, typedText } from "../../text/place.ts";
import { type Check, nodesOf } from "../check.ts";

/** GFM drops the cells of a row that go beyond the header (GitHub Flavored Markdown, section 4.10). */
export const tableCells: Check = (text, raise) => {
  for (const { node } of nodesOf(text, "table")) {
    const [header, ...rows] = node.children;
    const width = header?.children.length ?? 0;
    for (const row of rows) {
      if (!typedText(text, row).includes("|")) {
        const message = "this line has no | and stands straight below a table, so it is taken for a row of it";
        raise({ rule: "table-row-joined", place: placeOf(text, row), message, fix: "put an empty line above it" });
      }
      const lost = row.children[width];
      if (lost === undefined) continue;
      raise({
        rule: "table-cell-lost",
        place: placeOf(text, lost),
        message: `this row has ${row.children.length} cells and the header ${width}, so what stands from here would not be published`,
        fix: "add a column to the header, or put a backslash before a | that is part of the text",
      });
    }
  }
};
