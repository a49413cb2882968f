import type { Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { directive } from "micromark-extension-directive";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Construct, Extension } from "micromark-util-types";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { abbreviationDefinitionFromMarkdown, abbreviationDefinitionSyntax } from "./abbreviation-definition.ts";

/**
 * Blocks between lines of three or more colons. The text and leaf forms of directives are left out: with them "10:30am"
 * loses its minutes.
 */
function blockSyntax(): Extension {
  const colon = directive().flow?.[58];
  const constructs: Construct[] = colon === undefined ? [] : Array.isArray(colon) ? colon : [colon];
  return { flow: { 58: constructs.filter((construct) => construct.concrete) } };
}

function processorWith(table: boolean, hasIndentedCode = true) {
  const processor = unified().use(remarkParse);
  const data = processor.data();
  data.micromarkExtensions = [
    ...(table ? [gfmTable()] : []),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    blockSyntax(),
    abbreviationDefinitionSyntax,
    ...(hasIndentedCode ? [] : [{ disable: { null: ["codeIndented"] } }]),
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

const processor = processorWith(true);
/** The table construct looks at every line of every paragraph, so it is left out where no table can be. */
const processorWithoutTables = processorWith(false);
const processorWithoutCode = processorWith(true, false);

const DELIMITER_ROW = /^(?=.*-)(?=.*[|:])[\s|:>*+.)\d-]+$/m;

/**
 * Parses Markdown. The text must have passed `limits` before: without them some texts take minutes, and some all
 * memory.
 */
export function parseMarkdown(text: string, { hasIndentedCode = true } = {}): Root {
  if (!hasIndentedCode) return processorWithoutCode.parse(text);
  return (DELIMITER_ROW.test(text) ? processor : processorWithoutTables).parse(text);
}
