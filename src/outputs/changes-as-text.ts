import { printable } from "../printers/printable.ts";
import { countsInWords, headingOf, notesOf } from "./changes-in-words.ts";
import type { Change, Changes, Piece } from "./report-changes.ts";

/** How a terminal shows what was added, what was removed, and names. */
export interface Paints {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** The changes as a terminal shows them; signs mark the words, so that nothing depends on colours. */
export function changesAsText(changes: Changes, paints: Paints): string {
  const { title } = changes;
  const head = `${paints.bold(printable(title))}: ${countsInWords(changes)}\n`;
  const notes = notesOf(changes)
    .map((note) => `${note}\n`)
    .join("");
  return [head + notes, ...changes.changes.map((change) => changeAsText(change, paints))].join("\n");
}

function changeAsText(change: Change, paints: Paints): string {
  const head = paints.bold(printable(headingOf(change)));
  if (change.kind === "renumbered") return `${head}\n`;
  const under = change.under === undefined ? "" : `, under “${printable(change.under)}”`;
  return `${head}${under}\n  ${change.pieces.map((piece) => pieceAsText(piece, paints)).join("")}\n`;
}

function pieceAsText({ kind, text }: Piece, paints: Paints): string {
  const shown = printable(text);
  if (kind === "same") return shown;
  return kind === "added" ? paints.added(`{+${shown}+}`) : paints.removed(`[-${shown}-]`);
}
