import type { NumberedText } from "../../model/tree.ts";
import { placeOfFirstLine } from "../../text/typed-lines.ts";
import { type OutlineEntry, outlineOf } from "../outline.ts";
import { type RaiseFound, rule } from "../rule.ts";

/** Two headings of the same words side by side cannot be told apart in the contents (WCAG 2.2, success criterion 2.4.6). */
export const headingTwice = rule({
  id: "heading-twice",
  severity: "warning",
  group: "headings",
  summary: "a heading stands twice in one part of the report",
  remedy: "say in each heading what its part alone is about",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  const firstBelow = new Map<OutlineEntry | undefined, Map<string, OutlineEntry>>();
  for (const entry of outlineOf(text)) {
    const { node, words, parent } = entry;
    const siblings = firstBelow.get(parent) ?? new Map<string, OutlineEntry>();
    firstBelow.set(parent, siblings);
    const key = words.toLowerCase();
    const first = siblings.get(key);
    // Two annexes of one letter are an error of their own.
    if (words === "" || node.type === "annexSection") continue;
    if (first === undefined) siblings.set(key, entry);
    else {
      raise({
        place: placeOfFirstLine(text, node),
        message: `the heading “${words}” stands twice${parent === undefined ? "" : ` under “${parent.words}”`}`,
        fix: "say in each heading what its part alone is about, or bring the two parts together under one",
        related: { message: "first here", place: placeOfFirstLine(text, first.node) },
      });
    }
  }
}
