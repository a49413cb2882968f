import type { ParsedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOnLine, typedText } from "../../text/place.ts";
import { type Found, type RaiseFound, rule } from "../rule.ts";

const WIDE = /^((?:\d{1,9}[.)]|[-+*])[ \t]{5,})\S/;
const NONE = /^(?:\*{2}|_{2})?(\d{1,4}[.)])(?=\p{L})/u;

/**
 * Wide blanks between a number and its text, or none: read as they are meant, though not by other readers of Markdown.
 */
export const numberBlanks = rule({
  id: "number-blanks",
  severity: "hint",
  group: "numbering",
  summary: "there are many spaces after a number, or none",
  remedy: "leave one space after it, or run `npx scrutineer fix`",
  checks: { text: check },
});

function check(text: ParsedText, raise: RaiseFound): void {
  const found: (Found["place"] & { readonly isWide: boolean })[] = [];
  for (const type of ["listItem", "paragraph"] as const) {
    for (const { node, parent } of nodesOf(text, type)) {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      const isAtMargin = parent.type === "root" || parent.type === "containerDirective";
      const isItem = type === "listItem";
      if (!isItem && !isAtMargin) continue;
      const typed = (isItem ? WIDE : NONE).exec(typedText(text, node))?.[1];
      if (typed !== undefined)
        found.push({ ...placeOnLine(text, line, column, column + typed.trimEnd().length), isWide: isItem });
    }
  }
  const [first, ...others] = found.sort((a, b) => a.line - b.line);
  if (first === undefined) return;
  const { isWide, ...place } = first;
  const more =
    others.length === 0
      ? ""
      : others.length === 1
        ? ", and once more below"
        : `, and ${others.length} times more below`;
  const message = `there ${isWide ? "are many spaces" : "is no space"} after the number here${more}`;
  raise({ place, message });
}
