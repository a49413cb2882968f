import type { Nodes, RootContent } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect } from "vitest";
import {
  abbreviationDefinitionFromMarkdown,
  abbreviationDefinitionSyntax,
} from "../../src/report/markdown/abbreviation-definition.ts";
import { readIndentedText } from "../../src/report/markdown/indented-text.ts";
import { parseBody } from "../../src/report/markdown/parse.ts";
import { PATH, raisedBy } from "../compile-text.ts";

/** remark-parse with the format's extensions and nothing read before it. */
function plainProcessor() {
  const processor = unified().use(remarkParse);
  const data = processor.data();
  const flow = directive().flow?.[58] ?? [];
  data.micromarkExtensions = [
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    { flow: { 58: [flow].flat().filter(({ concrete }) => concrete) } },
    abbreviationDefinitionSyntax,
  ];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    directiveFromMarkdown(),
    abbreviationDefinitionFromMarkdown,
  ];
  return processor.freeze();
}

const plain = plainProcessor();

/** Expects of a text within its limits that the program's ways round the parser give the tree that the parser gives, positions too. */
export function expectTreeOfPlainParser(text: string): void {
  const { result } = raisedBy((raise) => parseBody(PATH, text, raise));
  if (result === undefined) return;
  const expected = plain.parse(text);
  // What is indented is read again on purpose, and is no way round the parser.
  readIndentedText(expected, text);
  const taken = new Set(result.definitions.map(({ place }) => place.line));
  removeDefinitions(expected, taken);
  expect([text, result.tree]).toEqual([text, expected]);
}

/** Takes out the definitions of abbreviations that the program reads before the parser does. */
function removeDefinitions(node: Nodes, lines: ReadonlySet<number>): void {
  if (!("children" in node)) return;
  node.children = (node.children as RootContent[]).filter(
    (child) => child.type !== "abbreviationDefinition" || !lines.has(child.position?.start.line ?? 0),
  ) as typeof node.children;
  for (const child of node.children) removeDefinitions(child, lines);
}
