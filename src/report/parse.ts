import type { Node, Nodes, Parent } from "mdast";
import type { ParsedText, Source } from "../model.ts";
import type { Raise } from "../rules/catalogue.ts";
import { withinLimits } from "./limits.ts";
import { parseMarkdown } from "./markdown.ts";

/** Parses the body of a source, whose frontmatter's lines must be empty in `body`; raises and gives nothing where it is too costly to parse. */
export function parseBody(source: Source, body: string, raise: Raise): ParsedText | undefined {
  if (!withinLimits(source, body, raise)) return undefined;
  const tree = parseMarkdown(body);
  return { path: source.path, text: body, tree, nodes: nodesByType(tree) };
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
