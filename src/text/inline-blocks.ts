import type { FootnoteDefinition, Nodes, Parent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { UsePlace } from "../model/report.ts";
import { noteId } from "./note-names.ts";
import type { Readable } from "./place.ts";

/** What a block that is met in reading order belongs to. */
export interface BlockContext extends UsePlace {
  /** The text that the block's positions count in. */
  readonly text: Readable;
  /** The letter of the annex that it is in. */
  readonly annex?: string;
  /** The identifier of the note that it is in. */
  readonly note?: string;
  /** In a quotation, whose words are another's. */
  readonly isQuoted?: true;
  /** Not for publication, where only members have it. */
  readonly isWithheld?: true;
}

/**
 * Calls `visit` for every block of running text, in the order in which the page is read: notes come last, in the order
 * of their marks.
 */
export function eachInlineBlock(
  content: readonly RootContent[],
  text: Readable,
  visit: (block: Parent, where: BlockContext) => void,
): void {
  const notes = new Map<string, { readonly note: FootnoteDefinition; readonly where: BlockContext }>();
  const marked = new Set<string>();
  const gatherMarks = (node: Nodes): void => {
    if (node.type === "footnoteReference") marked.add(node.identifier);
    else if ("children" in node) for (const child of node.children) gatherMarks(child);
  };
  const walk = (node: Nodes, where: BlockContext): void => {
    if (node.type === "footnoteDefinition") notes.set(node.identifier, { note: node, where });
    else if (node.type === "heading") gatherMarks(node);
    else if (node.type === "paragraph" || node.type === "tableCell" || node.type === "caption") {
      gatherMarks(node);
      visit(node, where);
    } else if ("children" in node) walkAll(node.children, within(node, where));
  };
  const walkAll = (nodes: readonly Nodes[], where: BlockContext): void => {
    let current = where;
    for (const node of nodes) {
      if (node.type === "heading" && node.data?.id !== undefined)
        current = { ...where, id: node.data.id, kind: "section", name: textOf(node) };
      walk(node, current);
    }
  };
  walkAll(content, { id: "top", kind: "opening", name: "", text });
  // A note may have marks of other notes in it, which then follow.
  for (const identifier of marked) {
    const { note, where } = notes.get(identifier) ?? {};
    if (note === undefined || where === undefined) continue;
    walkAll(note.children, { ...where, id: noteId(identifier), kind: "note", name: "", note: identifier });
  }
}

function within(node: Nodes, where: BlockContext): BlockContext {
  if (node.type === "numberedParagraph") return { ...where, id: node.id, kind: "paragraph", name: node.number };
  if (node.type === "annexSection") {
    const { letter, kind, writtenIn = where.text, notice } = node;
    const withheld = notice === undefined ? {} : { isWithheld: true as const };
    const name = `${kind} ${letter}`;
    return { ...where, id: `annex-${letter}`, kind: "annex", name, text: writtenIn, annex: letter, ...withheld };
  }
  if (node.type === "exemptPassage") return { ...where, isWithheld: true };
  if (node.type === "blockquote") return { ...where, isQuoted: true };
  return where;
}
