import type { Paragraph, PhrasingContent, Text } from "mdast";
import { type Readable, typedText } from "../../text/place.ts";

/** A paragraph in parts, cut before lines of its own; nothing where one of them begins within emphasis or a link. */
export function cutBefore(
  text: Readable,
  paragraph: Paragraph,
  lines: ReadonlySet<number>,
): readonly Paragraph[] | undefined {
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const from = child.position?.start.line ?? 0;
    const to = child.position?.end.line ?? from;
    if (child.type === "text") {
      for (const [index, piece] of cutText(text, child, lines).entries()) {
        if (index > 0) parts.push([]);
        if (piece.value !== "") parts.at(-1)?.push(piece);
      }
    } else if (child.type === "break" && lines.has(from + 1)) parts.push([]);
    else if (child.type !== "break" && isCutWithin(lines, from, to)) return undefined;
    else parts.at(-1)?.push(child);
  }
  if (parts.length !== lines.size + 1 || parts.some((part) => part.length === 0)) return undefined;
  return parts.map(paragraphOf);
}

function isCutWithin(lines: ReadonlySet<number>, from: number, to: number): boolean {
  for (let line = from + 1; line <= to; line++) if (lines.has(line)) return true;
  return false;
}

/** A text in pieces, cut before lines of its own, each with its own position. The first is empty where it begins on such a line. */
function cutText(text: Readable, node: Text, lines: ReadonlySet<number>): readonly Text[] {
  const { position } = node;
  if (position === undefined) return [node];
  const typed = typedText(text, node).split("\n");
  const pieces: Text[] = [];
  let offset = position.start.offset ?? 0;
  for (const [index, value] of node.value.split("\n").entries()) {
    const source = typed[index] ?? "";
    const line = position.start.line + index;
    const indent = index === 0 ? 0 : (/^[\s>]*/.exec(source)?.[0].length ?? 0);
    const column = index === 0 ? position.start.column : 1;
    const start = { line, column: column + indent, offset: offset + indent };
    const end = { line, column: column + source.length, offset: offset + source.length };
    const last = pieces.at(-1);
    if (last?.position !== undefined && !lines.has(line)) {
      last.value += `\n${value}`;
      last.position = { start: last.position.start, end };
    } else pieces.push({ type: "text", value, position: { start, end } });
    offset += source.length + 1;
  }
  return pieces;
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  const paragraph: Paragraph = { type: "paragraph", children };
  if (start !== undefined && end !== undefined) paragraph.position = { start, end };
  return paragraph;
}
