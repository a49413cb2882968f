import {
  letteredLines,
  linesToKeepApart,
  type TypedParagraph,
  typedParagraphs,
} from "../rules/lists-and-tables/joined-lines.ts";
import { nodesOf } from "../text/nodes-of.ts";
import { coverageOf } from "../text/place.ts";
import type { Edit } from "./edit.ts";
import type { Correction, ReportFix } from "./fix.ts";
import { editOfBody, lineEndAbove, numberedTexts, offsetInBody, placeInBody } from "./fixable.ts";
import type { FixableReport, FixableText } from "./types.ts";

/** Breaks lines that were typed one below the other and would run together: dates, an address, R1 and R2. */
export const brokenLines: ReportFix = {
  names: ["list-run-together"],
  breaksLines: true,
  find: (report) => inEachParagraph(report, breakLines),
};

/** Puts an empty line above each of the lines of an item that begin with (a), (b), where these begin no list. */
export const letteredParagraphs: ReportFix = {
  names: ["list-run-together"],
  changesBlocks: true,
  addsEmptyLines: true,
  find: (report) => inEachParagraph(report, partLetters),
};

/** Looks at all paragraphs that are no other's words. */
function inEachParagraph(
  report: FixableReport,
  find: (text: FixableText, paragraph: TypedParagraph) => Correction | undefined,
): ReturnType<ReportFix["find"]> {
  const corrections = numberedTexts(report).flatMap(({ text, numbered }) => {
    const isOther = coverageOf(
      [...nodesOf(text.body, "blockquote"), ...nodesOf(text.body, "footnoteDefinition")].map(({ node }) => node),
    );
    return typedParagraphs(numbered).flatMap((paragraph, group): Correction[] => {
      const found = isOther(paragraph.node.position?.start.offset ?? 0) ? undefined : find(text, paragraph);
      return found === undefined ? [] : [{ ...found, group }];
    });
  });
  return { corrections, remarks: [] };
}

/** An address at the end of a line would take the backslash for its own. */
const ADDRESS_AT_END = /(?:\/|www\.|@)\S*$/;

function breakLines(text: FixableText, { node, lines }: TypedParagraph): Correction | undefined {
  const apart = linesToKeepApart(node, lines);
  const [first] = apart;
  const begins = new Set(apart.map(({ line }) => line.line));
  const from = lines.findIndex(({ line }) => line === first?.line.line);
  // What follows and begins no line of its own could go on the last of them, or not.
  if (first === undefined || lines.slice(from).some(({ line, typed }) => !begins.has(line) && !/^\p{Ll}/u.test(typed)))
    return undefined;
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || !begins.has(next.line)) continue;
    if (line.typed === "" || /\\$/.test(line.typed) || ADDRESS_AT_END.test(line.typed)) return undefined;
    const start = offsetInBody(text, { path: text.path, ...line }) + line.typed.length;
    const end = text.body.text.indexOf("\n", start);
    edits.push(editOfBody(text, start, end, "\\"));
  }
  const at = offsetInBody(text, { path: text.path, ...first.line });
  return edits.length === 0 ? undefined : { name: "list-run-together", place: placeInBody(text, at, at + 1), edits };
}

/** Only where the lines are indented as their item is: at the margin, they would be none of it. */
function partLetters(text: FixableText, { node, lines }: TypedParagraph): Correction | undefined {
  const [first, ...others] = letteredLines(node, lines);
  const column = node.position?.start.column ?? 1;
  if (first === undefined || [first, ...others].some(({ line }) => line.column < column)) return undefined;
  const edits = [first, ...others].flatMap(({ line }): Edit[] => {
    if (line.line === lines[0]?.line) return [];
    const at = offsetInBody(text, { path: text.path, ...line, column: 1 });
    return [{ ...editOfBody(text, at, at, lineEndAbove(text, at)), isEmptyLine: true }];
  });
  const at = offsetInBody(text, { path: text.path, ...first.line });
  return edits.length === 0 ? undefined : { name: "list-run-together", place: placeInBody(text, at, at + 1), edits };
}
