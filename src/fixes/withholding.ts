import type { Node } from "mdast";
import { decidingFields } from "../report/frontmatter/fields.ts";
import { passagesIn } from "../report/withholding/exempt-passages.ts";
import { HIDDEN_CHARACTERS } from "../text/hidden-characters.ts";
import { nodesOf } from "../text/nodes-of.ts";
import { readYamlMapping } from "../yaml/read-mapping.ts";
import { fieldMeant } from "./field-meant.ts";
import type { FixableText } from "./types.ts";

/** Two colons or more, or what looks like them, wherever they are. */
const COLONS = /[:：﹕∶꞉ː]{2}/;
const FIELD_LINE = /^([^\s:#"'[\]{}&*!|>%@`-][^:]*):(?:[ \t]+(?![|>&*!])\S.*)?$/;

/** Whether a line of the frontmatter is one field that says nothing about what is withheld. */
export function isOpenFieldLine(line: string): boolean {
  return openField(line) !== undefined;
}

function openField(line: string): string | undefined {
  const name = FIELD_LINE.exec(line)?.[1];
  return name === undefined ? undefined : fieldMeant(name.replace(HIDDEN_CHARACTERS, ""));
}

/** Whether a line of the body is no business of any fix: it opens or closes a block, or looks as if it did. */
export function isFence(line: string): boolean {
  return COLONS.test(line.replace(HIDDEN_CHARACTERS, ""));
}

/**
 * All that decides what is withheld of a file, to be compared before and after: the flags, the lines of the frontmatter
 * that are not plain fields, every line of colons, and which lines lie in passages and in comments. `lineAfter` gives
 * the line that one becomes, where empty lines are put in.
 */
export function withholdingOf(text: FixableText, lineAfter = (line: number): number => line): string {
  const { frontmatter, body } = text;
  const lines = text.text.split("\n");
  const yaml = frontmatter?.yaml.replace(HIDDEN_CHARACTERS, "x");
  const mapping = yaml === undefined ? undefined : readYamlMapping(yaml);
  const flags = mapping && "value" in mapping ? decidingFields.map((flag) => mapping.value[flag] ?? null) : [];
  const range = ({ position }: Node): readonly unknown[] => [
    lineAfter(position?.start.line ?? 0),
    lineAfter(position?.end.line ?? 0),
  ];
  return JSON.stringify({
    lines: lineAfter(lines.length),
    flags,
    fields: frontmatter?.yaml.split("\n").map((line) => openField(line) ?? line),
    fences: lines.flatMap((line, index) => (isFence(line) ? [[lineAfter(index + 1), line]] : [])),
    passages: passagesIn(body).map(range),
    comments: nodesOf(body, "html").map(({ node }) => [...range(node), node.value]),
  });
}
