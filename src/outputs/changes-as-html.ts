import { visible } from "../printers/printable.ts";
import { escapeHtml } from "../text/escape-html.ts";
import { countsInWords, headingOf, notesOf } from "./changes-in-words.ts";
import type { Change, Changes, Piece } from "./report-changes.ts";

const STYLE = `body{font:1.125rem/1.5 sans-serif;margin:2rem auto;max-width:45rem;padding:0 1rem}
ins{background:#d7f2dd;text-decoration:underline}
del{background:#fbdcdc;text-decoration:line-through}
h2{font-size:1.125rem;margin:1.5rem 0 0}
p{margin:.25rem 0}
.said{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;white-space:nowrap;width:1px}`;

/** The changes as a page that needs nothing else. */
export function changesAsHtml(changes: Changes): string {
  const { title, lang } = changes;
  const notes = notesOf(changes)
    .map((note) => `<p>${note}</p>\n`)
    .join("");
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>What changed: ${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>What changed: <span lang="${lang}">${escaped(title)}</span></h1>
<p>${countsInWords(changes)}</p>
${notes}${changes.changes.map((change) => changeAsHtml(change, lang)).join("")}</main>
</body>
</html>
`;
}

function changeAsHtml(change: Change, lang: string): string {
  const head = `<h2>${escaped(headingOf(change))}</h2>\n`;
  if (change.kind === "renumbered") return head;
  const under =
    change.under === undefined ? "" : `<p>Under <span lang="${lang}">“${escaped(change.under)}”</span></p>\n`;
  return `${head}${under}<p lang="${lang}">${change.pieces.map(pieceAsHtml).join("")}</p>\n`;
}

/** Most screen readers say nothing of the elements, so words do. */
function pieceAsHtml({ kind, text }: Piece): string {
  if (kind === "same") return escaped(text);
  const [tag, word] = kind === "added" ? ["ins", "added"] : ["del", "removed"];
  return `<${tag}><span class="said" lang="en-GB">[${word}: </span>${escaped(text)}<span class="said" lang="en-GB">]</span></${tag}>`;
}

function escaped(text: string): string {
  return escapeHtml(visible(text));
}
