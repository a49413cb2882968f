import type { ParsedText } from "../../model/tree.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule } from "../rule.ts";
import { codeBesideBlocks } from "./indented-code.ts";

/**
 * A list ends where a block of colons begins or ends, so its indented lines on the other side would be read as code,
 * and published as that.
 */
export const blockIndented = rule({
  id: "block-indented",
  severity: "error",
  group: "withholding",
  guardsWithheld: true,
  summary: "an indented line at a line of colons is read as code",
  remedy: "put the whole list on one side of the line of colons",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  for (const code of codeBesideBlocks(text)) {
    const message = "the list ends at the line of colons, so this indented line is read as code";
    const fix = "put the whole list on one side of the line of colons; for code, use lines of ``` around it";
    raise({ place: placeOf(text, code), message, fix });
  }
}
