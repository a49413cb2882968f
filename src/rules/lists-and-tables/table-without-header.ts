import type { NumberedText } from "../../model/tree.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { isNameless, isTableOfNames } from "./blank-cells.ts";

/** A table needs names over its columns (WCAG 2.2, success criterion 1.3.1). */
export const tableWithoutHeader = rule({
  id: "table-without-header",
  severity: "error",
  group: "lists-and-tables",
  isMild: true,
  summary: "no column of a table has a name",
  remedy: "write the names of the columns into the first row",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "table")) {
    const [header] = node.children;
    if (header === undefined || !isNameless(node) || isTableOfNames(node)) continue;
    const message = "no column of this table has a name, so a screen reader cannot say what a figure is about";
    raise({ place: placeOfFirstLine(text, header), message });
  }
}
