import type { Node, Nodes, Parent } from "mdast";
import type { ParsedText, WrittenDefinition } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import { readDefinition } from "./abbreviation-definition.ts";
import { withinLimits } from "./limits.ts";
import { parseMarkdown } from "./markdown.ts";
import { putTables, takePlainTables } from "./plain-tables.ts";

/** Parses the body of a file, in which the frontmatter's lines must be empty; raises and gives nothing where it is too costly to parse. */
export function parseBody(path: string, body: string, raise: Raise): ParsedText | undefined {
  if (!withinLimits(path, body, raise)) return undefined;
  const { rest: withoutDefinitions, definitions } = takeDefinitions(path, body);
  const { rest, tables } = takePlainTables(withoutDefinitions);
  const tree = parseMarkdown(rest);
  if (tables.size > 0) putTables(tree, tables);
  return { path, text: body, tree, definitions, nodes: nodesByType(tree) };
}

const DEFINITION = /^\*\[[^\]\n[]+\]:/;

/**
 * Takes blocks of definitions out before the text is parsed, because a parser is slow on many short lines; blanks stand in
 * their place, so that every position stays. Where code or a comment could hold them, the parser finds them itself.
 */
function takeDefinitions(
  path: string,
  body: string,
): { readonly rest: string; readonly definitions: readonly WrittenDefinition[] } {
  const definitions: WrittenDefinition[] = [];
  if (!body.includes("\n*[") || /```|~~~|<!--/.test(body)) return { rest: body, definitions };
  let mayBegin = true;
  const lines = body.split("\n").map((line, index) => {
    const isDefinition = mayBegin && DEFINITION.test(line);
    mayBegin = isDefinition || line.trim() === "";
    if (!isDefinition) return line;
    definitions.push(readDefinition(line, { path, line: index + 1, column: 1, endColumn: line.length + 1 }));
    return " ".repeat(line.length);
  });
  return { rest: lines.join("\n"), definitions };
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
