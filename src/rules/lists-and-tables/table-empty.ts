import type { NumberedText } from "../../model/tree.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isWithoutRows } from "./blank-cells.ts";

/** A table without rows leaves readers to ask what has been taken out. */
export const tableEmpty = rule({
  id: "table-empty",
  severity: "warning",
  group: "lists-and-tables",
  summary: "a table has no row with anything in it",
  remedy: "write its rows, or delete the table",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    if (!isWithoutRows(node)) continue;
    const hasHeaderAlone = node.children.length === 1;
    const message = hasHeaderAlone
      ? "this table has a header and no row below it"
      : "no row of this table holds anything";
    raise({ place: placeOfFirstLine(text, node), message });
  }
}
