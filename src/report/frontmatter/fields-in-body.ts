import type { Raise } from "../../diagnostics/catalogue.ts";
import type { ParsedText } from "../../model/tree.ts";
import { placeOnLine } from "../../text/place.ts";
import { fieldNames } from "./fields.ts";

const FIELD_LINE = new RegExp(`^(?:${fieldNames.join("|")}):(?:\\s|$)`);
/**
 * A line of dashes inside a value ends the frontmatter early, and what follows becomes text: so no field may be at the
 * start of the text.
 */
export function raiseFieldsInBody(text: ParsedText, raise: Raise): void {
  let firstBlock: "before" | "inside" | "after" = "before";
  for (const [index, line] of text.text.split("\n").entries()) {
    const isEmpty = line.trim() === "";
    if (!isEmpty && firstBlock === "before") firstBlock = "inside";
    else if (isEmpty && firstBlock === "inside") firstBlock = "after";
    const place = placeOnLine(text, index + 1, 1, line.trimEnd().length + 1);
    if (firstBlock === "inside" && FIELD_LINE.test(line)) {
      raise({
        rule: "frontmatter-field-in-body",
        place,
        message:
          "there is a field of the frontmatter at the start of the text, so the frontmatter seems to end too early",
        fix: "take out the line of --- above it; inside a value, indent such a line or write the value on one line",
      });
    }
  }
}
