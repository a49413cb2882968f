import type { NumberedText } from "../../model/tree.ts";
import { typedLines } from "../../text/typed-lines.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { drawnWithBars } from "./drawn-tables.ts";

/** What was drawn as a table with | signs and is not read as one runs together in a paragraph. */
export const tableUnread = rule({
  id: "table-unread",
  severity: "warning",
  group: "lists-and-tables",
  summary: "lines with | signs are not read as a table",
  remedy: "put a line of dashes for each column straight below the names of the columns",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  for (const { node } of outsideGlossary(text, "paragraph")) {
    const found = drawnWithBars(text, typedLines(text, node));
    if (found !== undefined) raise(found);
  }
}
