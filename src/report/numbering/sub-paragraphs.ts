import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { firstPlaceOf, follows, isSubMark, placesOf, type TypedMark } from "../../text/typed-mark.ts";
import { cutBefore } from "./paragraph-cut.ts";
import { type NumberingState, putList, type SubRun } from "./state.ts";
import { letteredMark } from "./sub-lists.ts";
import { marksOfLines, type PlacedMark } from "./typed-number.ts";

/** Whether a mark goes on one of the runs of sub-paragraphs at hand, and which: the innermost that it can. */
function runThatGoesOn({ runs }: NumberingState, mark: TypedMark): number {
  const places = placesOf(mark);
  return runs.findLastIndex((run) => places.some(({ sequence, at }) => sequence === run.sequence && at === run.next));
}

/**
 * Whether a mark begins a run of sub-paragraphs: the first of its kind, unless a run of that kind has only just ended.
 */
function beginsRun({ runs }: NumberingState, mark: TypedMark): SubRun["sequence"] | undefined {
  const first = firstPlaceOf(mark);
  return first === undefined || runs.some(({ sequence, list }) => sequence === first && list !== undefined)
    ? undefined
    : first;
}

/**
 * Whether a paragraph that begins with a mark is a sub-paragraph, or looks so much like one that it is an error if it
 * is not.
 */
export function isSubParagraph(state: NumberingState, mark: TypedMark): boolean {
  if (!isSubMark(mark)) return false;
  if (runThatGoesOn(state, mark) !== -1 || beginsRun(state, mark) !== undefined) return true;
  return mark.isCertain || state.runs.some(({ list }) => list !== undefined);
}

/**
 * Places a sub-paragraph below the paragraph above it, with the letter that was typed, and gives what its blocks go
 * into.
 */
export function placeSubParagraph(
  state: NumberingState,
  mark: PlacedMark,
  position: RootContent["position"],
): ListItem["children"] {
  const item = itemOf(`(${mark.value})`, position);
  // Below a heading, where no paragraph has a number, it is cited by the heading.
  if (state.open === undefined && state.hasHeading) item.data = { ...item.data, name: nameOf(state, mark) };
  const goesOn = runThatGoesOn(state, mark);
  if (goesOn !== -1) {
    state.runs.length = goesOn + 1;
    const run = state.runs[goesOn];
    if (run !== undefined) {
      run.next++;
      if (run.list !== undefined) run.list.children.push(item);
      else {
        run.list = listOf(item);
        putList(state, run.list);
      }
    }
    return item.children;
  }
  const sequence = beginsRun(state, mark);
  const list = listOf(item);
  const outer = sequence === undefined ? undefined : state.runs.at(-1)?.list;
  if (sequence === undefined) raiseNotNext(state, mark);
  if (outer === undefined) {
    state.runs = [];
    putList(state, list);
  } else outer.children.at(-1)?.children.push(list);
  const [place] = placesOf(mark);
  state.runs.push({
    sequence: sequence ?? place?.sequence ?? "letters",
    next: sequence === undefined ? (place?.at ?? 0) + 1 : 2,
    list,
  });
  return item.children;
}

function nameOf(state: NumberingState, { value }: TypedMark): string {
  const number = state.own?.list === undefined ? "" : `${state.own.next - 1}-`;
  return number + value;
}

/** An item of a list with the number or letter that was typed for it. */
export function itemOf(mark: string, position: RootContent["position"]): ListItem {
  return { type: "listItem", spread: false, children: [], data: { mark }, position };
}

export function listOf(item: ListItem): List {
  return { type: "list", ordered: true, start: 1, spread: false, children: [item], position: item.position };
}

function raiseNotNext({ runs, raise }: NumberingState, mark: PlacedMark): void {
  const run = runs.at(-1);
  const [place] = placesOf(mark);
  const sequence = run?.sequence ?? place?.sequence ?? "letters";
  const due = markIn(sequence, run?.next ?? 1);
  const message = `${mark.typed} is typed here, but ${due} is due`;
  const fix =
    run === undefined
      ? `begin sub-paragraphs with ${due}; where ${mark.typed} is part of the text, put a backslash before it`
      : `type ${due}, and check what refers to it`;
  raise({ rule: "sub-paragraph-letter", place: mark.place, message, fix });
}

function markIn(sequence: SubRun["sequence"], at: number): string {
  if (sequence === "figures") return `(${at})`;
  return letteredMark(at, sequence === "roman" ? 2 : 1);
}

/** A paragraph in whose lines sub-paragraphs begin, in its parts: what is before them, and each of them. */
export function cutAtSubParagraphs(
  state: NumberingState,
  paragraph: Paragraph,
  own: PlacedMark | undefined,
): readonly Paragraph[] {
  const { text } = state;
  const isOwn = own !== undefined && isSubMark(own);
  const found = marksOfLines(text, paragraph).filter(isSubMark);
  const marks = isOwn ? [own, ...found] : found;
  const from = isOwn ? 0 : marks.findIndex((mark, index) => begins(state, mark, marks[index + 1]));
  const first = marks[from];
  if (first === undefined || found.length === 0) return [paragraph];
  const lines = new Set<number>();
  // (b) goes on from (a) after (i) and (ii), too.
  const expected = new Set(nextOf(first));
  if (!isOwn) lines.add(first.place.line);
  for (const mark of marks.slice(from + 1)) {
    const isFitting = firstPlaceOf(mark) !== undefined || namesOf(mark).some((name) => expected.has(name));
    if (!isFitting && (!mark.isCertain || styleOf(mark) !== styleOf(first))) continue;
    lines.add(mark.place.line);
    for (const name of nextOf(mark)) expected.add(name);
  }
  return (lines.size > 0 ? cutBefore(text, paragraph, lines) : undefined) ?? [paragraph];
}

/** In a line that goes on a sentence, "(a) and" can be part of it: a list has two items. */
function begins(state: NumberingState, mark: TypedMark, next: TypedMark | undefined): boolean {
  if (next === undefined) return false;
  const canBegin = firstPlaceOf(mark) !== undefined || runThatGoesOn(state, mark) !== -1;
  return canBegin && (follows(mark, next) || firstPlaceOf(next) !== undefined);
}

function namesOf(mark: TypedMark): readonly string[] {
  return placesOf(mark).map(({ sequence, at }) => `${sequence} ${at}`);
}

function nextOf(mark: TypedMark): readonly string[] {
  return placesOf(mark).map(({ sequence, at }) => `${sequence} ${at + 1}`);
}

function styleOf({ typed, value }: TypedMark): string {
  return typed.replace(value, "a");
}
