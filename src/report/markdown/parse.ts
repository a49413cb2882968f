import type { Node, Nodes, Parent } from "mdast";
import type { Raise } from "../../diagnostics/catalogue.ts";
import type { ParsedText, WrittenDefinition } from "../../model/tree.ts";
import { readDefinition } from "./abbreviation-definition.ts";
import { readIndentedText } from "./indented-text.ts";
import { withinLimits } from "./limits.ts";
import { putTables, takePlainTables } from "./plain-tables.ts";
import { parseMarkdown } from "./processor.ts";

/** Parses the body of a file, in which the frontmatter's lines must be empty; raises and gives nothing where it is too costly to parse. */
export function parseBody(path: string, body: string, raise: Raise): ParsedText | undefined {
  if (!withinLimits(path, body, raise)) return undefined;
  const { rest: withoutDefinitions, definitions, kept } = takeDefinitions(path, body);
  const { rest, tables } = takePlainTables(withoutDefinitions);
  const tree = parseMarkdown(rest);
  readIndentedText(tree, rest);
  if (tables.size > 0) putTables(tree, tables);
  if (kept.size > 0) removeBreaks(tree, kept);
  return { stage: "parsed", path, text: body, tree, definitions, nodes: nodesByType(tree) };
}

const DEFINITION = /^\*\[[^\]\n[]+\]:/;

const PLACEHOLDER = "___";

interface TakenDefinitions {
  readonly rest: string;
  readonly definitions: readonly WrittenDefinition[];
  /** The offsets of what stands in the place of definitions. */
  readonly kept: ReadonlySet<number>;
}

/**
 * Takes blocks of definitions out before the text is parsed, because a parser is slow on many short lines. A thematic break and
 * blanks stand in their place: every position stays, and a list or a note ends there, as it does at a definition. Where code
 * or a comment could hold them, the parser finds them itself.
 */
function takeDefinitions(path: string, body: string): TakenDefinitions {
  const definitions: WrittenDefinition[] = [];
  const kept = new Set<number>();
  if (!body.includes("\n*[") || /```|~~~|<!--/.test(body)) return { rest: body, definitions, kept };
  let mayBegin = true;
  let isWithin = false;
  let offset = 0;
  const lines = body.split("\n").map((line, index) => {
    const isDefinition = mayBegin && DEFINITION.test(line);
    const isFirst = isDefinition && !isWithin;
    mayBegin = isDefinition || line.trim() === "";
    isWithin = isDefinition;
    if (isFirst) kept.add(offset);
    offset += line.length + 1;
    if (!isDefinition) return line;
    definitions.push(readDefinition(line, { path, line: index + 1, column: 1, endColumn: line.length + 1 }));
    return isFirst ? PLACEHOLDER.padEnd(line.length) : " ".repeat(line.length);
  });
  return { rest: lines.join("\n"), definitions, kept };
}

/** Takes out the thematic breaks that begin at these offsets. */
function removeBreaks(parent: Parent, offsets: ReadonlySet<number>): void {
  parent.children = parent.children.filter((node) => {
    if (node.type === "containerDirective") removeBreaks(node, offsets);
    return node.type !== "thematicBreak" || !offsets.has(node.position?.start.offset ?? -1);
  });
}

function nodesByType(tree: Parent): ParsedText["nodes"] {
  const nodes = new Map<string, { node: Nodes; parent: Parent }[]>();
  const walk = (parent: Parent): void => {
    for (const node of parent.children) {
      const found = nodes.get(node.type);
      if (found) found.push({ node, parent });
      else nodes.set(node.type, [{ node, parent }]);
      if (isParent(node)) walk(node);
    }
  };
  walk(tree);
  return nodes;
}

function isParent(node: Node): node is Parent {
  return "children" in node;
}
