import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putTables, takePlainTables } from "../../src/report/markdown/plain-tables.ts";
import { parseMarkdown } from "../../src/report/markdown/processor.ts";
import { runs } from "../lane.ts";

function fast(text: string) {
  const { rest, tables } = takePlainTables(text);
  const tree = parseMarkdown(rest);
  putTables(tree, tables);
  return { tree, count: tables.size };
}

describe("tables that are read before the parser", () => {
  it.each([
    ["a plain table", "a\n\n| A | B |\n|---|--:|\n| 1 |  |\n|x|*n/a* |\n\nb", 1],
    ["a table at the start and the end", "| A | B |\n|:-:|:--|\n| **1 2** | £3,000 |", 1],
    ["a header alone", "| A |\n| - |\n", 1],
    ["two tables", "| A |\n|---|\n\n| B |\n|---|\n| 2 |\n", 2],
    ["rows of other widths", "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n\n", 1],
    ["a table in a block", ":::unnumbered\n\n| A |\n|---|\n| 1 |\n\n:::\n", 1],
    ["a table between two lists", "1. a\n\n| A |\n|---|\n| 1 |\n\n2. b", 1],
    ["a table below a caption's line", "Table: x\n| A |\n|---|\n| 1 |\n", 0],
    ["a table that a line follows", "| A |\n|---|\n| 1 |\nlazy\n", 0],
    ["a table in a list", "- a\n\n  | A |\n  |---|\n  | 1 |\n", 0],
    ["a table in a quotation", "> | A |\n> |---|\n> | 1 |\n", 0],
    ["a table in code", "```\n\n| A |\n|---|\n| 1 |\n\n```\n", 0],
    ["a table in a comment", "<!--\n\n| A |\n|---|\n\n-->\n", 0],
    ["cells that hold marks", "| A |\n|---|\n| `x|y` |\n| a\\|b |\n| [x](y) |\n\n", 0],
    ["emphasis that is none", "| A |\n|---|\n| * n/a* |\n| *(a)* |\n\n", 0],
    ["no header of that width", "| A | B |\n|---|\n| 1 |\n\n", 0],
    ["no delimiter row", "| A |\n| B |\n\n", 0],
    ["a row without its last bar", "| A |\n|---|\n| 1\n\n", 0],
    ["blanks behind a row", "| A |\n|---|  \n| 1 |\n\n", 0],
    ["a delimiter row alone", "|---|\n\n", 0],
  ])("give the tree that the parser gives, and are %s", (_name, text, count) => {
    const read = fast(text);
    expect(read.tree).toEqual(parseMarkdown(text));
    expect(read.count).toBe(count);
  });

  it("give the tree that the parser gives, in any surroundings", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        " ",
        "a",
        " b ",
        "*n/a*",
        " **x** ",
        "£1,2",
        "12%",
        "a.b",
        "`c`",
        "*",
        "_d_",
        "[e]",
        "&amp;",
        "f\\|g",
        "<br>",
        "*a*b*",
        "*é*",
        "*1%*",
        "-",
        ":",
        "#",
        "1.",
      ),
      fc.stringMatching(/^[a-zé0-9 .,()*'%£–-]{0,6}$/),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => `|${cells.join("|")}|`);
    const delimiter = fc
      .array(fc.constantFrom("---", ":-", "-:", " :-: ", "-"), { minLength: 1, maxLength: 3 })
      .map((cells) => `|${cells.join("|")}|`);
    const table = fc
      .tuple(row, delimiter, fc.array(row, { maxLength: 3 }))
      .map(([head, line, rows]) => [head, line, ...rows].join("\n"));
    const other = fc.constantFrom(
      "",
      "",
      "words",
      "- item",
      "1. item",
      "> quoted",
      "## Heading",
      "    code",
      "***",
      ":::unnumbered",
      ":::",
      "[^1]: note",
      "Table: x",
      "*[A]: b",
      "<!-- c -->",
      "```",
      "  | x |",
      "| stray |",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(table, table, other), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\n\n"),
        (parts, joint) => {
          const text = parts.join(joint);
          expect(fast(text).tree).toEqual(parseMarkdown(text));
        },
      ),
      { numRuns: runs(100, 3000), seed: 14 },
    );
  });
});
