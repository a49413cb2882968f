import type { Code, Nodes, Parent, Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { readMark } from "../../text/typed-mark.ts";
import { parseMarkdown } from "./processor.ts";

/**
 * Reads as text what Markdown takes for code because blanks stand before it: sub-paragraphs and points that are indented below a
 * paragraph whose number Markdown does not know, and the text of an item behind five blanks or more (CommonMark 0.31, sections 4.4 and 5.2).
 */
export function readIndentedText(tree: Root, text: string): void {
  let definitions: ReadonlyMap<string, string> | undefined;
  let left = MOST;
  const read = (parent: Parent): void => {
    const isRead = parent.children.some(
      (node, index) => node.type === "code" && isText(node, parent, parent.children[index - 1], text),
    );
    if (isRead) {
      const all = definitions ?? definitionsIn(tree, text);
      definitions = all;
      parent.children = parent.children.flatMap((node, index) => {
        if (node.type !== "code" || left === 0 || !isText(node, parent, parent.children[index - 1], text))
          return [node];
        left--;
        return parseAgain(node, text, all);
      });
    }
    for (const node of parent.children)
      if (node.type === "list" || node.type === "listItem" || node.type === "containerDirective") read(node);
  };
  read(tree);
}

/** No report has so many; each takes a parser of its own. */
const MOST = 1000;

const POINT = /^(?:[-+*•·]|o)[ \t\u00a0]+\S/;

function isText(code: Code, parent: Parent, above: Nodes | undefined, text: string): boolean {
  const { position, value } = code;
  const typed = text.slice(position?.start.offset, position?.end.offset).trimStart();
  if (/^(?:`{3}|~{3})/.test(typed)) return false;
  const isAfterMark = parent.type === "listItem" && parent.position?.start.line === position?.start.line;
  if (isAfterMark) return value.trim() !== "";
  const mark = readMark(typed);
  const isLetter = mark?.kind === "letter" && mark.value !== "o";
  // A list that goes on beside a line of colons would lose its beginning, and is an error of its own.
  const isBesideFence =
    above?.type === "containerDirective" || (above === undefined && parent.type === "containerDirective");
  if (isBesideFence || above === undefined) return isLetter && mark.isCertain;
  return isLetter || mark?.isCertain === true || POINT.test(typed);
}

/** The lines that give addresses and notes to the names in brackets, by these names. */
function definitionsIn(tree: Root, text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type === "footnoteDefinition") found.set(`^${node.identifier}`, `[^${node.label ?? node.identifier}]: x`);
    else if (node.type === "definition")
      found.set(node.identifier, text.slice(node.position?.start.offset, node.position?.end.offset));
  });
  return found;
}

/** Parses the lines of a block of code as text; whatever stands before it on its first line is left out. */
function parseAgain(
  { position }: Code,
  text: string,
  definitions: ReadonlyMap<string, string>,
): readonly RootContent[] {
  const from = position?.start.offset ?? 0;
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const end = position?.end.offset ?? 0;
  const lines = " ".repeat(from - lineStart) + text.slice(from, end);
  const named = [...lines.matchAll(/\[([^\][\n]{1,200})\]/g)].flatMap(([, name = ""]) => {
    const definition = definitions.get(name.toLowerCase());
    return definition === undefined ? [] : [definition];
  });
  const { children } = parseMarkdown([lines, ...new Set(named)].join("\n\n"), { hasIndentedCode: false });
  const read = children.filter((node) => (node.position?.start.offset ?? 0) < lines.length);
  for (const node of read) shift(node, (position?.start.line ?? 1) - 1, lineStart);
  return read;
}

/** Moves the places of a node, and of all in it, to where they stand in the whole of a text. */
function shift(node: Nodes, lines: number, offset: number): void {
  if (node.position !== undefined) {
    const { start, end } = node.position;
    const moved = (point: typeof start): typeof start => ({
      ...point,
      line: point.line + lines,
      offset: (point.offset ?? 0) + offset,
    });
    node.position = { start: moved(start), end: moved(end) };
  }
  if ("children" in node) for (const child of node.children) shift(child, lines, offset);
}
