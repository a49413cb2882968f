import type { Paragraph } from "mdast";
import { passagesIn } from "../report/withholding/exempt-passages.ts";
import { typedNoteMarks } from "../rules/notes/note-typed.ts";
import { nodesOf } from "../text/nodes-of.ts";
import { coverageOf } from "../text/place.ts";
import type { Correction, ReportFix } from "./fix.ts";
import { editOfBody, numberedTexts, placeInBody } from "./fixable.ts";
import type { FixableText } from "./types.ts";

/**
 * Makes notes of marks and texts that were typed as notes, [1], each with its other half. Not where a note would get
 * another number than the one typed, nor where the two are on both sides of what may be withheld.
 */
export const typedNotes: ReportFix = {
  names: ["note-typed"],
  makesNotes: true,
  takesParagraphs: true,
  find: (report) => ({
    corrections: numberedTexts(report).flatMap(({ text, numbered }) => {
      // The notes of all texts are numbered as one.
      if (report.texts.some((other) => other !== text && hasNotes(other))) return [];
      const annexes = numbered.tree.children.flatMap(({ type, position }) =>
        type === "annexSection" ? [position?.start.offset ?? 0] : [],
      );
      return correctNotes(text, (offset) => annexes.filter((start) => start <= offset).length);
    }),
    remarks: [],
  }),
};

function hasNotes({ body }: FixableText): boolean {
  return body.nodes.has("footnoteReference") || typedNoteMarks(body).length > 0;
}

/** A line that begins a note, by the number of the note. */
interface NoteLine {
  readonly number: string;
  readonly start: number;
  /** Where its words begin. */
  readonly end: number;
}

function correctNotes(text: FixableText, annexOf: (offset: number) => number): readonly Correction[] {
  const isLeft = coverageOf([
    ...passagesIn(text.body),
    ...(["blockquote", "heading", "footnoteDefinition", "link"] as const).flatMap((type) =>
      nodesOf(text.body, type).map(({ node }) => node),
    ),
  ]);
  const marks = typedNoteMarks(text.body);
  const blocks = noteBlocksIn(text, new Set(marks.map(({ number }) => number)));
  const written = (["footnoteReference", "footnoteDefinition"] as const).flatMap((type) => nodesOf(text.body, type));
  const taken = new Set(written.map(({ node }) => node.identifier));
  const canBeNote = ({ number, start }: NoteLine): boolean => {
    const own = marks.filter((mark) => mark.number === number);
    const isOnce = blocks.flat().filter((note) => note.number === number).length === 1;
    const isTogether = own.every(({ offset }) => !isLeft(offset) && annexOf(offset) === annexOf(start));
    return own.length > 0 && isOnce && isTogether && !isLeft(start) && !taken.has(number);
  };
  const notes = blocks.filter((block) => block.every(canBeNote)).flat();
  const numbers = new Set(notes.map(({ number }) => number));
  const made = marks.filter(({ number }) => numbers.has(number));
  // On the page notes are numbered in the order of their marks, those that are written as notes among them.
  const isLast = nodesOf(text.body, "footnoteReference").every(
    ({ node: { position } }) => (position?.start.offset ?? 0) < (made[0]?.offset ?? 0),
  );
  const inOrder = [...new Set(made.map(({ number }) => number))];
  if (!isLast || inOrder.some((number, index) => number !== String(index + 1 + taken.size))) return [];
  return [
    ...made.map(({ number, offset }) => ({ start: offset, end: offset + 1, replacement: "[^", number })),
    ...notes.map((note) => ({ ...note, replacement: `[^${note.number}]: ` })),
  ].map(({ start, end, replacement }) => ({
    name: "note-typed",
    place: placeInBody(text, start, end),
    edits: [editOfBody(text, start, end, replacement)],
  }));
}

const BRACKETED = /^\[(\d{1,3})\][ \t\u00a0]+(?=\S)/;
const BARE = /^(\d{1,3})[ \t\u00a0]+(?=\S)/;

/** The paragraphs of the text that are notes, line by line; what goes on a note begins no line with a number. */
function noteBlocksIn(text: FixableText, marked: ReadonlySet<string>): readonly (readonly NoteLine[])[] {
  const { tree } = text.body;
  const last = tree.children.findLastIndex((node) => node.type !== "paragraph") + 1;
  return tree.children.flatMap((node, index) => {
    const next = tree.children[index + 1];
    // Indented code below a note would become part of it.
    if (node.type !== "paragraph" || next?.type === "code") return [];
    const block = notesIn(text, node, BRACKETED) ?? (index >= last ? bareNotesIn(text, node, marked) : undefined);
    return block === undefined ? [] : [block];
  });
}

function notesIn(text: FixableText, { position }: Paragraph, pattern: RegExp): readonly NoteLine[] | undefined {
  const notes: NoteLine[] = [];
  let at = position?.start.offset ?? 0;
  for (const line of text.body.text.slice(at, position?.end.offset).split("\n")) {
    const indent = line.length - line.trimStart().length;
    const [whole, number] = pattern.exec(line.trimStart()) ?? [];
    if (whole !== undefined && number !== undefined)
      notes.push({ number, start: at + indent, end: at + indent + whole.length });
    else if (notes.length === 0) return undefined;
    at += line.length + 1;
  }
  return notes;
}

/** Notes whose numbers have lost their brackets: only the last blocks of a text, where each number has its mark. */
function bareNotesIn(text: FixableText, node: Paragraph, marked: ReadonlySet<string>): readonly NoteLine[] | undefined {
  const notes = notesIn(text, node, BARE);
  return notes?.every(({ number }) => marked.has(number)) ? notes : undefined;
}
