import type { Paragraph } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { NumberedText } from "../../model/tree.ts";
import { nodesOf } from "../../text/nodes-of.ts";
import { placeOf } from "../../text/place.ts";
import { outsideGlossary } from "../outside-glossary.ts";
import { type RaiseFound, rule } from "../rule.ts";

const OF_TABLE = /^Table?(?: [A-Z]?\d+)?:/;
const OF_FIGURE = /^(?:Figure|Ffigur)(?: [A-Z]?\d+)?:/;
const LIKE_TABLE = /^table\s+[A-Z]?\d+\s*(?:[-–—.]\s+|:\s*)\S/i;
const LIKE_FIGURE = /^fig(?:ure|\.)?\s+[A-Z]?\d+\s*(?:[-–—.]\s+|:\s*)\S/i;

/** A caption that is not read as one would be a numbered paragraph. */
export const captionUnread = rule({
  id: "caption-unread",
  severity: "warning",
  group: "lists-and-tables",
  summary: "a line reads like a caption, and is taken for a paragraph",
  remedy: "write it straight above its table, beginning with Table and a colon, or behind the file of its image",
  checks: { numberedText: check },
});

function check(text: NumberedText, raise: RaiseFound): void {
  const paragraphs = outsideGlossary(text, "paragraph");
  const tables = new Set(nodesOf(text, "table").map(({ node }) => node.position?.start.offset));
  const figures = paragraphs.flatMap(({ node }) => (isFigure(node) ? [node] : []));
  const figureStarts = new Set(figures.map(({ position }) => position?.start.offset));
  const figureEnds = new Set(figures.map(({ position }) => position?.end.offset));
  for (const { node } of paragraphs) {
    const words = textOf(node).trim();
    if (!/^(?:table|fig)/i.test(words) || words.includes("\n")) continue;
    const below = startOfNext(text.text, node.position?.end.offset ?? 0);
    const above = endOfLast(text.text, node.position?.start.offset ?? 0);
    if (figureEnds.has(above) && OF_FIGURE.test(words)) continue;
    const found = mistakeIn(words, tables.has(below), figureStarts.has(below) || figureEnds.has(above));
    if (found !== undefined) raise({ place: placeOf(text, node), ...found });
  }
}

function mistakeIn(words: string, isAboveTable: boolean, isAtFigure: boolean) {
  if (OF_TABLE.test(words)) {
    if (isAboveTable) return undefined;
    const message = "this reads like the caption of a table, and no table stands straight below it";
    return { message, fix: "put it straight above its table, with an empty line between the two" };
  }
  if (isAboveTable && LIKE_TABLE.test(words)) {
    const message = "this reads like the caption of the table below, and is taken for a paragraph";
    return { message, fix: "write it as `Table: …` or `Table 1: …`, with a colon and a capital T" };
  }
  if (isAtFigure && LIKE_FIGURE.test(words)) {
    const message = "this reads like the caption of an image, and is taken for a paragraph";
    return { message, fix: "put it straight below the image, as `Figure 1: …`, with an empty line between the two" };
  }
  return undefined;
}

function isFigure({ children: [image, ...rest] }: Paragraph): boolean {
  return rest.length === 0 && (image?.type === "image" || image?.type === "imageReference");
}

/** Blanks, and the signs of a quotation, stand between two blocks. */
function startOfNext(text: string, from: number): number {
  let at = from;
  while (/[\s>]/.test(text.charAt(at))) at++;
  return at;
}

function endOfLast(text: string, from: number): number {
  let at = from;
  while (/[\s>]/.test(text.charAt(at - 1))) at--;
  return at;
}
