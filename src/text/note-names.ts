import type { FootnoteDefinition, FootnoteReference, Nodes, RootContent } from "mdast";

/** The id of a note on the page; that of its first mark is the same after `fnref-`. */
export function noteId(name: string): string {
  return `fn-${encodeURI(name)}`;
}

/** The notes of one text by the names that are typed in it: every mark and every definition. */
type NotesByName = Map<string, (FootnoteReference | FootnoteDefinition)[]>;

/**
 * Gives each note of a report a name that no other has, from which the ids of the note and of its marks are made. A
 * name is a text's own: the report's notes keep theirs, and those of an annex that is a file have its letter in front.
 * Changes the content in place.
 */
export function nameNotes(content: readonly RootContent[]): void {
  const taken: Taken = { names: new Set(), marks: new Set() };
  for (const { prefix, notes } of notesByText(content)) {
    for (const [typed, nodes] of notes) {
      const marks = nodes.filter(({ type }) => type === "footnoteReference").length;
      const name = freeName(prefix + typed.replaceAll("%", "-"), marks, taken);
      for (const node of nodes) node.identifier = name;
    }
  }
}

/** The notes of the report itself, and after them those of each annex that is a file. */
function notesByText(content: readonly RootContent[]): readonly { prefix: string; notes: NotesByName }[] {
  const own: NotesByName = new Map();
  const annexes: { prefix: string; notes: NotesByName }[] = [];
  const gather = (node: Nodes, notes: NotesByName): void => {
    if (node.type === "footnoteReference" || node.type === "footnoteDefinition") {
      const same = notes.get(node.identifier);
      if (same === undefined) notes.set(node.identifier, [node]);
      else same.push(node);
    }
    if (!("children" in node)) return;
    let inner = notes;
    if (node.type === "annexSection" && node.writtenIn !== undefined) {
      inner = new Map();
      annexes.push({ prefix: `${node.letter.toLowerCase()}-`, notes: inner });
    }
    for (const child of node.children) gather(child, inner);
  };
  for (const node of content) gather(node, own);
  return [{ prefix: "", notes: own }, ...annexes];
}

interface Taken {
  readonly names: Set<string>;
  /** What follows `fnref-` in the ids of marks: a note's second mark has its name with `-2` after it. */
  readonly marks: Set<string>;
}

function freeName(wanted: string, marks: number, taken: Taken): string {
  const idsOfMarks = (name: string): readonly string[] =>
    Array.from({ length: Math.max(1, marks) }, (_, index) => (index === 0 ? name : `${name}-${index + 1}`));
  const isFree = (name: string): boolean =>
    !taken.names.has(name) && !idsOfMarks(name).some((mark) => taken.marks.has(mark));
  let name = wanted;
  for (let count = 1; !isFree(name); count++) name = `${wanted}-note${count === 1 ? "" : `-${count}`}`;
  taken.names.add(name);
  for (const mark of idsOfMarks(name)) taken.marks.add(mark);
  return name;
}
