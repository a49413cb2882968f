import type { Position } from "unist";
import type { Edit } from "./edit.ts";
import { editOfBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

/**
 * The edits that write other digits before an item of a list. Its further lines hang from the width of its number: where that
 * changes, blanks make up for it, so that Markdown reads the same blocks.
 */
export function editsOfNumber(
  text: FixableText,
  [start, end]: readonly [start: number, end: number],
  digits: string,
  position: Position | undefined,
): readonly Edit[] {
  const { text: body } = text.body;
  const last = position?.end.offset ?? end;
  const further = body.indexOf("\n", end);
  const isAlone = further === -1 || further >= last;
  const wider = digits.length - (end - start);
  if (wider === 0 || isAlone) return [editOfBody(text, start, end, digits)];
  const sign = body.charAt(end);
  const blanks = /^[.)]( *)/.exec(body.slice(end, end + 12))?.[1]?.length ?? 0;
  if (wider < 0) return [editOfBody(text, start, end + 1, digits + sign + " ".repeat(-wider))];
  if (blanks > wider) return [editOfBody(text, start, end + 1 + wider, digits + sign)];
  const edits = [editOfBody(text, start, end, digits)];
  for (let at = further; at !== -1 && at < last; at = body.indexOf("\n", at + 1)) {
    // Lines that hang from nothing, and empty ones, stay as they are.
    if (body.charAt(at + 1) === " ") edits.push(editOfBody(text, at + 1, at + 1, " ".repeat(wider)));
  }
  return edits;
}
