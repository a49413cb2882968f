import type { RootContent } from "mdast";
import { type NumberingState, numberIn, numberNext } from "./numbering-state.ts";
import { numberedLinesIn } from "./typed-number.ts";

/**
 * Raises lines within a paragraph that begin with a number. No list but one that begins at 1 may interrupt a paragraph
 * (CommonMark 0.31, section 5.2), so a paragraph's number that no empty line goes before is lost.
 */
export function raiseSwallowed(state: NumberingState, node: RootContent): void {
  if (state.numbering === "none" || node.type !== "paragraph") return;
  let carriedOn = state.lastItem + 1;
  for (const { digits, place } of numberedLinesIn(state.text, node)) {
    if (numberIn(state.series, digits) === numberNext(state) || digits === carriedOn) {
      carriedOn = digits + 1;
      const message = `this line begins with ${digits}, and Markdown takes it into the paragraph above: its number would be lost`;
      state.raise({ rule: "typed-number-swallowed", place, message, fix: "put an empty line above it" });
    } else {
      const message = `this line within a paragraph begins with ${digits} and a full stop`;
      const fix = "if it begins a paragraph, put an empty line above it; if not, put a backslash before its full stop";
      state.raise({ rule: "number-in-line", place, message, fix });
    }
  }
}
