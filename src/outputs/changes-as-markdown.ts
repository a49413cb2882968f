import { printable } from "../printers/printable.ts";
import { countsInWords, headingOf, notesOf } from "./changes-in-words.ts";
import type { Change, Changes, Piece } from "./report-changes.ts";

/** GitHub takes 65,536 characters for a comment; a change that would go beyond this is counted, and not shown. */
const LONGEST = 60_000;

/** The changes as a comment on a pull request. */
export function changesAsMarkdown(changes: Changes): string {
  const { title } = changes;
  const notes = notesOf(changes)
    .map((note) => `\n${note}\n`)
    .join("");
  let text = `### ${escaped(title)}: ${countsInWords(changes)}\n${notes}`;
  let left = changes.changes.length;
  for (const change of changes.changes) {
    const next = `\n${changeAsMarkdown(change)}`;
    if (text.length + next.length > LONGEST) break;
    text += next;
    left -= 1;
  }
  return left === 0 ? text : `${text}\nAnd ${left} more, for which there is no room here.\n`;
}

function changeAsMarkdown(change: Change): string {
  const head = `**${escaped(headingOf(change))}**`;
  if (change.kind === "renumbered") return `${head}\n`;
  const under = change.under === undefined ? "" : `, under “${escaped(change.under)}”`;
  return `${head}${under}\n\n> ${change.pieces.map(pieceAsMarkdown).join("")}\n`;
}

function pieceAsMarkdown({ kind, text }: Piece): string {
  if (kind === "same") return escaped(text);
  return kind === "added" ? `<ins>${escaped(text)}</ins>` : `<del>${escaped(text)}</del>`;
}

/** A text on one line, in which no sign has a meaning in Markdown or HTML, and nobody is called by a name. */
function escaped(text: string): string {
  return printable(text).replace(/[!"#$&*+/:;<=>@[\\\]^_`{|}~-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
