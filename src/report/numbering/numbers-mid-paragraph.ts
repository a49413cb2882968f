import type { Nodes, Paragraph } from "mdast";
import { placeOnLine, typedText } from "../../text/place.ts";
import { isSubMark } from "../../text/typed-mark.ts";
import { beginsOwnSeries } from "./own-series.ts";
import { countsOf, isDue, type NumberingState, type Series } from "./state.ts";
import { marksOfLines, type PlacedMark } from "./typed-number.ts";

/**
 * Raises lines within a paragraph that begin with a number. No list but one that begins at 1 may interrupt a paragraph
 * (CommonMark 0.31, section 5.2), and text with a number none, so a paragraph's number that no empty line goes before
 * is lost.
 */
export function raiseSwallowed(state: NumberingState, node: Nodes): void {
  if (state.numbering === "none") return;
  if (node.type === "paragraph") raiseInParagraph(state, node);
  else if (node.type === "list" || node.type === "listItem" || node.type === "blockquote")
    for (const child of node.children) raiseSwallowed(state, child);
}

function raiseInParagraph(state: NumberingState, node: Paragraph): void {
  raiseWithinLine(state, node);
  let carriedOn = state.lastItem + 1;
  // Where lines are swallowed one below the other, each is the next after the one above it.
  let series: Series = { ...state.series };
  const marks = marksOfLines(state.text, node);
  const run = runFromOne(marks);
  const isOwnRun = run.length > 0 && state.numbering !== "automatic" && beginsOwnSeries(state, 1);
  let own = isOwnRun ? 1 : state.own?.next;
  for (const mark of marks) {
    if (mark.kind === "letter") continue;
    const digits = mark.kind === "whole" ? Number(mark.value) : undefined;
    const isNumber = isDue({ ...state, series }, mark) || (digits !== undefined && digits === own);
    if (isNumber || (mark.isCertain && digits === carriedOn)) {
      if (digits !== undefined) carriedOn = digits + 1;
      if (digits !== undefined && digits === own) own++;
      else if (isNumber) {
        const [count = 0, ...below] = countsOf(mark, series);
        series = { ...series, count, below };
      }
      raiseLost(state, mark, digits === undefined || digits !== state.lastItem + 1);
      // What follows is counted on from it, so that one mistake is one error.
      if (state.numbering !== "automatic") [state.series.count, state.series.below] = [series.count, series.below];
    } else if (mark === run[0]) raiseRun(state, mark);
    else if (mark.isCertain && !isSubMark(mark) && !run.includes(mark)) raiseHint(state, mark);
  }
}

/** The lines that are numbered 1, 2 … one below the other: a list, where no other blank than a word processor's keeps it from being one. */
function runFromOne(marks: readonly PlacedMark[]): readonly PlacedMark[] {
  const whole = marks.filter(({ kind, isCertain }) => kind === "whole" && isCertain);
  const first = whole.findIndex(({ value }, at) => value === "1" && whole[at + 1]?.value === "2");
  if (first === -1) return [];
  return whole.slice(first).filter(({ value }, at) => Number(value) === at + 1);
}

function raiseRun({ raise }: NumberingState, { typed, place }: PlacedMark): void {
  raise({
    rule: "list-run-together",
    place,
    message: `${typed} begins a line here, and makes no list: its lines would run together`,
    fix: `put an empty line above it, and four blanks before each of these lines and one after its number`,
  });
}

/** After the end of a sentence or of a point, within a line. */
const WITHIN_LINE = /[;.]\s+(\d{1,3})[.)]\s+(?=\p{L})/gu;

/** Raises the number that comes next where it is within a line: a list loses an item there. */
function raiseWithinLine(state: NumberingState, node: Paragraph): void {
  if (state.numbering === "automatic") return;
  let next = state.own === undefined ? state.series.count + 1 : state.own.next;
  const first = node.position?.start;
  for (const [index, line] of typedText(state.text, node).split("\n").entries()) {
    for (const { 0: whole, 1: digits, index: at } of line.matchAll(WITHIN_LINE)) {
      if (Number(digits) !== next) continue;
      next++;
      const column = (index === 0 ? (first?.column ?? 1) : 1) + at + whole.indexOf(digits ?? "");
      const place = placeOnLine(state.text, (first?.line ?? 1) + index, column, column + (digits?.length ?? 0) + 1);
      const message = `${digits} is typed here within a line, where it is the number that comes next`;
      const fix =
        "if it begins a paragraph or an item, put it on a line of its own below an empty line; if not, put a backslash before its full stop";
      state.raise({ rule: "number-in-line", place, message, fix });
    }
  }
}

function raiseLost({ raise, numbering }: NumberingState, { value, place }: PlacedMark, isOfParagraph: boolean): void {
  const message = `this line begins with ${value}, and Markdown makes it part of the paragraph above: its number would be lost`;
  // Where paragraphs are numbered by themselves, a number that is typed would be beside the paragraph's own.
  const fix =
    numbering === "automatic" && isOfParagraph
      ? "put an empty line above it, and delete its number; where it is part of the text, put a backslash before its full stop"
      : "put an empty line above it, or run `npx scrutineer fix`";
  raise({ rule: "typed-number-swallowed", place, message, fix });
}

function raiseHint({ raise }: NumberingState, { typed, value, place }: PlacedMark): void {
  const message = `this line within a paragraph begins with ${typed === value ? `the number ${value}` : `${value} and a full stop`}`;
  const fix = "if it begins a paragraph, put an empty line above it; if not, put a backslash before its full stop";
  raise({ rule: "number-in-line", place, message, fix });
}
