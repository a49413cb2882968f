import type { Finding } from "../diagnostics/catalogue.ts";
import type { Edit } from "./edit.ts";
import type { Correction, ReportFix } from "./fix.ts";
import { emptyLineAbove, offsetInBody, placeInBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

/** Puts an empty line above a line whose number Markdown took into the paragraph above it. */
export const swallowedNumbers: ReportFix = {
  names: ["typed-number-swallowed"],
  changesBlocks: true,
  addsEmptyLines: true,
  addsParagraphs: true,
  find: ({ texts, findings }) => ({
    corrections: texts.flatMap((text) => {
      const own = findings.filter(({ rule, place }) => rule === "typed-number-swallowed" && place.path === text.path);
      const taken = new Set<number>();
      return own.flatMap((finding) => correctionOf(text, finding, taken));
    }),
    remarks: [],
  }),
};

function correctionOf(text: FixableText, { place }: Finding, taken: Set<number>): readonly Correction[] {
  const at = offsetInBody(text, place);
  const { text: body } = text.body;
  const lineStart = body.lastIndexOf("\n", at - 1) + 1;
  // In a quotation the lines are another's.
  if (!/^[ \t]*[*_]{0,3}$/.test(body.slice(lineStart, at))) return [];
  const edits = [emptyLineAbove(text, lineStart), ...beforeItem(text, lineStart)].filter(
    ({ start }) => !taken.has(start),
  );
  for (const { start } of edits) taken.add(start);
  return [{ name: "typed-number-swallowed", place: placeInBody(text, at, at + 1), edits }];
}

/** How many lines of a paragraph are looked through for an item. */
const FARTHEST = 50;
const ITEM = /^[ \t]*\d{1,9}[.)](?:[ \t]|$)/;

/** A number that Markdown reads as text would swallow the item of a list that is straight below it. */
function beforeItem(text: FixableText, lineStart: number): readonly Edit[] {
  const { text: body } = text.body;
  const lineAt = (start: number): string => body.slice(start).split("\n", 1).join("");
  if (ITEM.test(lineAt(lineStart))) return [];
  let start = lineStart;
  for (let line = 0; line < FARTHEST; line++) {
    start = body.indexOf("\n", start) + 1;
    if (start === 0) return [];
    const typed = lineAt(start);
    if (typed.trim() === "") return [];
    if (ITEM.test(typed)) return [emptyLineAbove(text, start)];
  }
  return [];
}
