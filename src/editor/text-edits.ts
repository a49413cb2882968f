import { diffLines } from "diff";
import { Sealed } from "../model/sealed.ts";
import type { FileChange } from "../pipeline/fix-content.ts";

/** A stretch of a text, in UTF-16 units from its start, and what is written in its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a fix writes in a file, with the text as it was. Editors that open a file keep its byte-order mark to themselves. */
export function editsOf({ before, after }: FileChange, isOpen: boolean) {
  const textOf = (bytes: Sealed<Uint8Array>): string =>
    new TextDecoder("utf-8", { ignoreBOM: isOpen }).decode(Sealed.open(bytes));
  const text = textOf(before);
  return { text, edits: textEdits(text, textOf(after)) };
}

/** What makes one text of another: one edit for each place where they differ, no wider than it must be. */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let start = 0;
  let removed = "";
  let added = "";
  const take = (): void => {
    edits.push(...editsOfLines(removed, added).map((edit) => movedBy(edit, start)));
    start += removed.length;
    [removed, added] = ["", ""];
  };
  for (const part of diffLines(before, after)) {
    if (part.added) added += part.value;
    else if (part.removed) removed += part.value;
    else {
      take();
      start += part.value.length;
    }
  }
  take();
  return edits;
}

/** Where as many lines are there before and after, each is for itself. */
function editsOfLines(removed: string, added: string): readonly TextEdit[] {
  if (removed === added) return [];
  const [old, now] = [removed.split(/(?<=\n)/), added.split(/(?<=\n)/)];
  if (old.length !== now.length) return [narrowed(removed, added)];
  let start = 0;
  return old.flatMap((line, index) => {
    const edit = movedBy(narrowed(line, now[index] ?? ""), start);
    start += line.length;
    return line === now[index] ? [] : [edit];
  });
}

function movedBy({ start, end, text }: TextEdit, by: number): TextEdit {
  return { start: start + by, end: end + by, text };
}

function narrowed(old: string, now: string): TextEdit {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  if (isHalfOfTwo(old, head) || isHalfOfTwo(now, head)) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  if (isHalfOfTwo(old, old.length - tail) || isHalfOfTwo(now, now.length - tail)) tail--;
  return { start: head, end: old.length - tail, text: now.slice(head, now.length - tail) };
}

/** Whether a place is within what counts as one: a character beyond the first 65,536, or an end of line. */
function isHalfOfTwo(text: string, at: number): boolean {
  return at > 0 && /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
}
