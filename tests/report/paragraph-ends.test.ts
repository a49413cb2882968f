import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { indentOf, paragraphsOfLines } from "../../src/report/markdown/paragraph-ends.ts";
import { parseMarkdown } from "../../src/report/markdown/processor.ts";
import { runs } from "../lane.ts";

function kindsOf(lines: readonly string[]): readonly string[] {
  const kindOf = paragraphsOfLines();
  return lines.map((line) => kindOf(line, indentOf(line)));
}

/** The lines, counted from 0, on which a text that the parser reads as one goes on. */
function linesThatGoOn(tree: Nodes): readonly number[] {
  const found: number[] = [];
  const walk = (node: Nodes): void => {
    const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } };
    if (node.type === "paragraph") for (let line = start.line; line < end.line; line++) found.push(line);
    else if ("children" in node) node.children.forEach(walk);
  };
  walk(tree);
  return found;
}

/** Starts of lines that mean something to Markdown, and rests of lines. */
const STARTS = [
  ...[
    "",
    "",
    "",
    "> ",
    ">",
    "- ",
    "-",
    "* ",
    "*",
    "+ ",
    "1. ",
    "2. ",
    "10) ",
    "1.",
    "[^a]: ",
    "[^\\]b]: ",
    "# ",
    "#",
    "## ",
    "*[A]: ",
  ],
  ...[
    "*[A",
    "*[A]",
    "| ",
    "|",
    "|---|",
    "|---|---|",
    "---",
    "===",
    "```",
    "~~~",
    "<!--",
    "-->",
    "| -->",
    "<div>",
    "</div>",
  ],
  ...[":::unnumbered", ":::", "[a]:", "[a]: b", "\u00a0", "***", "<?", "| ?>", "<!A", "| >", "<pre>", "| </pre>"],
] as const;
const INDENTS = ["", "", "", "", " ", "  ", "   ", "    ", "     ", "      ", "\t", " \t", "  \t"] as const;
const RESTS = ["", "a", "a", "a", "b |", "a | b |", "*a", "---|", "    a"] as const;

const line = fc
  .tuple(fc.constantFrom(...INDENTS), fc.array(fc.constantFrom(...STARTS), { maxLength: 3 }), fc.constantFrom(...RESTS))
  .map(([indent, starts, rest]) => `${indent}${starts.join("")}${rest}`);

describe("where a paragraph ends, before the text is parsed", () => {
  it("is never within what the parser reads as one", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), (lines) => {
        const kinds = kindsOf(lines);
        for (const at of linesThatGoOn(parseMarkdown(lines.join("\n"))))
          expect([at, kinds[at]]).toEqual([at, "continues"]);
      }),
      process.env["RUNS"] === undefined
        ? { numRuns: runs(600, 3_000), seed: 20 }
        : { numRuns: Number(process.env["RUNS"]) },
    );
  });

  it.each([
    ["items of a list", "1. one\n2. two\n   goes on\n3. three\n\n- one\n  - within\n- two", [1, 3, 6, 7]],
    ["items that are wrapped", "1. one\ngoes on\n2. two", [2]],
    ["rows of a table", "Words\n| a | b |\n|---|---|\n| c | d |\n| e | f |", [3, 4]],
    ["headings", "one\n## Heading\ntwo", [1, 2]],
    ["definitions of short forms", "one\n*[HSB]: words\ntwo", [1, 2]],
    ["notes", "[^1]: one\n[^2]: two", [1]],
  ])("is seen at %s", (_name, text, ends) => {
    const kinds = kindsOf(text.split("\n"));
    for (const line of ends) expect([line, kinds[line]]).not.toEqual([line, "continues"]);
  });
});
