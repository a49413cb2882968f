import { describe, expect, it } from "vitest";
import { withinLimits } from "../../src/report/markdown/limits.ts";
import { parseBody } from "../../src/report/markdown/parse.ts";
import { compileFile, PATH, raisedBy, reportOf } from "../compile-text.ts";
import { rows } from "../lane.ts";
import { processorTime } from "../processor-time.ts";

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

function checked(text: string) {
  return raisedBy((raise) => withinLimits(PATH, text, raise));
}

interface Bound {
  readonly name: string;
  readonly rule: "text-too-deep" | "text-too-complex";
  /** A text of the given size of the shape. */
  readonly shape: (size: number) => string;
  readonly most: number;
  /** The line on which a text one beyond the bound is refused. */
  readonly line: number;
  readonly words: RegExp;
}

const BOUNDS: readonly Bound[] = [
  {
    name: "characters of a paragraph",
    rule: "text-too-complex",
    shape: (size) => `Intro.\n\n${"word ".repeat(size / 5)}${"a".repeat(size % 5)}`,
    most: 100_000,
    line: 3,
    words: /paragraph.*100000 characters/,
  },
  {
    name: "lines of a paragraph",
    rule: "text-too-complex",
    shape: (size) => lines(size, () => "some words"),
    most: 1_500,
    line: 1_501,
    words: /paragraph.*1500 lines/,
  },
  {
    name: "brackets open at once",
    rule: "text-too-complex",
    shape: (size) => `Intro.\n\n${"[".repeat(size)}a${"]".repeat(size)}`,
    most: 100,
    line: 3,
    words: /100 brackets/,
  },
  {
    name: "brackets open at once over several lines",
    rule: "text-too-complex",
    shape: (size) => lines(size, () => "[a"),
    most: 100,
    line: 101,
    words: /100 brackets/,
  },
  {
    name: "square brackets of a paragraph",
    rule: "text-too-complex",
    shape: (size) => `Intro.\n\n${"[a] ".repeat(size / 2)}${size % 2 === 1 ? "]" : ""}`,
    most: 4_000,
    line: 3,
    words: /4000 square brackets/,
  },
  {
    name: "marks of emphasis of a paragraph",
    rule: "text-too-complex",
    shape: (size) => `Intro.\n\n${"*a ".repeat(size)}`,
    most: 1_500,
    line: 3,
    words: /1500 marks of emphasis/,
  },
  {
    name: "signs < of a paragraph",
    rule: "text-too-complex",
    shape: (size) => `Intro.\n\n${"< ".repeat(size)}`,
    most: 500,
    line: 3,
    words: /500 signs </,
  },
  {
    name: "underlined headings",
    rule: "text-too-complex",
    shape: (size) => lines(size, () => "Heading\n===\n"),
    most: 400,
    line: 401 * 3 - 1,
    words: /400 headings/,
  },
  {
    name: "quotations",
    rule: "text-too-complex",
    shape: (size) => lines(size, () => "> words\n"),
    most: 2_000,
    line: 2_001 * 2 - 1,
    words: /2000 quotations/,
  },
  {
    name: "footnotes",
    rule: "text-too-complex",
    shape: (size) => lines(size, (index) => `[^${index}]: words\n`),
    most: 2_000,
    line: 2_001 * 2 - 1,
    words: /2000 footnotes/,
  },
  {
    name: "list items",
    rule: "text-too-complex",
    shape: (size) => lines(size, () => "- words"),
    most: 10_000,
    line: 10_001,
    words: /10000 list items/,
  },
  {
    name: "lines",
    rule: "text-too-complex",
    shape: (size) => `Intro.${"\n".repeat(size - 2)}\nwords`,
    most: 100_000,
    line: 100_001,
    words: /100000 lines/,
  },
  {
    name: "references",
    rule: "text-too-complex",
    shape: (size) => lines(size / 10, () => `${"Annex A, ".repeat(10)}\n`) + (size % 10 === 1 ? "\n\nparas 1" : ""),
    most: 20_000,
    line: 4_002,
    words: /20000 references/,
  },
  {
    name: "web addresses",
    rule: "text-too-complex",
    shape: (size) =>
      lines(size / 10, () => `${"https://a.b/ ".repeat(10)}\n`) + (size % 10 === 1 ? "\n\nhttps://a.b/" : ""),
    most: 20_000,
    line: 4_002,
    words: /20000 web addresses/,
  },
  {
    name: "short forms in brackets",
    rule: "text-too-complex",
    shape: (size) =>
      lines(size / 10, () => `${"Words (HSB), ".repeat(10)}\n`) + (size % 10 === 1 ? "\n\nWords (W)" : ""),
    most: 10_000,
    line: 2_002,
    words: /10000 short forms/,
  },
  {
    name: "marks",
    rule: "text-too-complex",
    shape: (size) => lines(size / 1_000, () => `Words ${"`a` ".repeat(500)}\n`) + (size % 1_000 === 1 ? "\n\n&" : ""),
    most: 50_000,
    line: 102,
    words: /50000 marks/,
  },
  {
    name: "quotations in quotations",
    rule: "text-too-deep",
    shape: (size) => `Intro.\n\n${"> ".repeat(size)}words`,
    most: 100,
    line: 3,
    words: /100 deep/,
  },
  {
    name: "lists in lists on one line",
    rule: "text-too-deep",
    shape: (size) => `Intro.\n\n${"- ".repeat(size)}words`,
    most: 100,
    line: 3,
    words: /100 deep/,
  },
  {
    name: "numbered lists in lists on one line",
    rule: "text-too-deep",
    shape: (size) => `Intro.\n\n${"1. ".repeat(size)}words`,
    most: 100,
    line: 3,
    words: /100 deep/,
  },
  {
    name: "lists in lists, each on a line of its own",
    rule: "text-too-deep",
    shape: (size) => lines(size, (index) => `${"  ".repeat(index)}- words`),
    most: 100,
    line: 101,
    words: /100 deep/,
  },
];

describe("a text within its limits", () => {
  it.each(rows(BOUNDS, 5))("may reach the bound of $name, and is read quickly", ({ shape, most }) => {
    const text = shape(most);
    const time = processorTime(() => {
      const { result, findings } = raisedBy((raise) => parseBody(PATH, text, raise));
      expect(findings).toEqual([]);
      expect(result?.tree.children.length).toBeGreaterThan(0);
    });
    expect(time).toBeLessThan(4_000);
  });

  it("may have as many small paragraphs, headings and tables as 1 MiB holds at the length of reports", () => {
    const section = "## Heading\n\nSome words of a paragraph, [with a link](#para-1) and *emphasis*.\n\n";
    const table = "| a | b |\n|---|---|\n| c | d |\n\n";
    const { result, findings } = checked(`${section.repeat(8_000)}${table.repeat(2_000)}`);
    expect(findings).toEqual([]);
    expect(result).toBe(true);
  });
});

describe("a report of three hundred pages", () => {
  it("is within all limits: 2,000 paragraphs, 300 footnotes, 150 tables, 500 references and a list of 300 abbreviations", () => {
    const sentence =
      "The panel met the *partnership* at the depot, and [the plan](https://example.org/plan) was agreed. ";
    const paragraph = (index: number): string =>
      `${sentence.repeat(4)}${index % 4 === 0 ? `See paragraph ${index + 1}. ` : ""}${index % 7 === 0 && index < 2_100 ? `[^n${index / 7}]` : ""}`;
    const row = "| Ward | £1,200 | **£300** | *n/a* | 12% |";
    const table = `${row}\n|---|---|---|---|---|\n${lines(20, () => row)}`;
    const body = [
      ...Array.from(
        { length: 2_000 },
        (_, index) => (index % 20 === 0 ? `## Part ${index}\n\n` : "") + paragraph(index),
      ),
      ...Array.from({ length: 150 }, () => table),
      ...Array.from({ length: 300 }, (_, index) => `[^n${index}]: A note on the figures.`),
      ...Array.from({ length: 300 }, (_, index) => `*[AB${index}]: A long form of number ${index}`),
    ].join("\n\n");
    expect(body.length).toBeLessThan(1024 * 1024);
    expect(checked(body).findings).toEqual([]);
  });
});

describe("a text beyond its limits", () => {
  it.each(BOUNDS)(
    "is refused by its number of $name, at the line, and never parsed",
    ({ rule, shape, most, line, words }) => {
      const text = shape(most + 1);
      const { result, findings } = raisedBy((raise) => parseBody(PATH, text, raise));
      expect(result).toBeUndefined();
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ rule, place: { path: PATH, line, column: 1 } });
      expect(findings[0]?.message).toMatch(words);
      expect(findings[0]?.fix).toMatch(/\S/);
    },
  );

  it("is refused by its number of table cells", () => {
    const row = "| a | b | c |";
    const { findings } = checked(`${row}\n|---|---|---|\n${lines(30_000, () => row)}`);
    expect(findings).toMatchObject([{ rule: "text-too-complex", message: expect.stringMatching(/60000 table cells/) }]);
  });

  it.each([
    ["setext headings, 97 KB", () => "a\n===\n\n".repeat(14_000)],
    ["a lazy quotation of 39 KB", () => `> a\n${"b\n".repeat(20_000)}`],
    ["4,096 quotations in one another", () => `${"> ".repeat(4_096)}a`],
    ["2,048 lists in one another", () => `${"- ".repeat(2_048)}a`],
    ["2,048 lists in one another behind tabs", () => `${"-\t".repeat(2_048)}a`],
    ["lists in quotations in lists", () => `${"> - ".repeat(60)}a`],
    ["brackets without end", () => "[".repeat(50_000)],
    ["images without end", () => "![a](".repeat(10_000)],
    ["emphasis without end", () => "**a _b ".repeat(5_000)],
    ["tags without end", () => "<a ".repeat(5_000)],
    ["links whose titles do not end", () => `${"[a](b (".repeat(1_900)}${"a ".repeat(40_000)}`],
    ["tags without end in long paragraphs", () => `${"<!--".repeat(400)}${"a ".repeat(45_000)}\n\n`.repeat(3)],
    ["emphasis without end in a heading", () => `## ${"*a".repeat(5_000)}`],
    ["comments without end in a heading", () => `## a ${"<!--".repeat(5_000)}`],
    ["brackets in brackets in a heading", () => `## a ${"[".repeat(5_000)}${"]".repeat(5_000)}`],
    [
      "code in ever more ticks in a heading",
      () => `## a ${lines(700, (index) => "`".repeat(index + 1)).replaceAll("\n", "a")}`,
    ],
    ["emphasis on a line that begins like a heading", () => `#${"*a".repeat(5_000)}`],
    ["emphasis on lines that begin like headings", () => `#${"*a".repeat(40)}\n`.repeat(200)],
    ["emphasis on a line that begins like a definition", () => `*[x ${"*a".repeat(5_000)}`],
    ["emphasis on lines that begin like definitions", () => `*[${"*a".repeat(40)}\n`.repeat(200)],
    ["comments on a line that begins like a definition", () => `*[x ${"<!--".repeat(5_000)}`],
    ["a definition of a megabyte", () => `*[HSB]: ${"a ".repeat(500_000)}`],
    ["notes in notes whose names hold a bracket", () => `${"[^\\]a]: ".repeat(200)}a`],
  ])("is refused at once: %s", (_name, text) => {
    const time = processorTime(() => {
      const { result, findings } = checked(text());
      expect(result).toBe(false);
      expect(findings).toHaveLength(1);
    });
    expect(time).toBeLessThan(1000);
  });

  it("counts every item of a line: `- - - words` is three", () => {
    // 80 KB of this shape take the parser 44 s.
    const { result } = checked(lines(4_000, () => "- - - words"));
    expect(result).toBe(false);
  });

  it("counts every quotation that stands in a list item", () => {
    // 60 KB of this shape take the parser 21 s.
    const { result } = checked(lines(2_500, () => "- > words"));
    expect(result).toBe(false);
  });

  it("counts lists within quotations, and quotations within lists, on one line", () => {
    expect(checked(`${"> 1. - ".repeat(33)}words`).result).toBe(true);
    expect(checked(`${"> 1. - ".repeat(34)}words`).result).toBe(false);
  });

  it("refuses footnotes that are nested more than 100 deep", () => {
    expect(checked(`${"[^a]: ".repeat(101)}words`).findings).toMatchObject([{ rule: "text-too-deep" }]);
  });

  it("refuses blocks that are nested more than 100 deep", () => {
    const deep = 101;
    const opening = lines(deep, (index) => `${":".repeat(deep + 3 - index)}unnumbered`);
    const closing = lines(deep, (index) => ":".repeat(4 + index));
    expect(checked(`${opening}\nwords\n${closing}`).findings).toMatchObject([{ rule: "text-too-deep" }]);
  });
});

describe("what ends a paragraph's count", () => {
  it.each([
    ["an empty line", "\n\n"],
    ["a line of blanks", "\n  \n"],
    ["the next item of a list", "\n- "],
  ])("%s", (_name, between) => {
    const piece = "*a ".repeat(1_000);
    expect(checked(`- ${piece}${between}${piece}`).result).toBe(true);
  });

  it("a new line alone does not end it", () => {
    const piece = "*a ".repeat(1_000);
    expect(checked(`${piece}\n${piece}`).result).toBe(false);
  });

  it.each([
    ["a sign # that makes no heading", "\n#"],
    ["a number that begins no list", "\n2. "],
    ["a bullet that is too far to the right", "\n    - "],
    ["a row of no table", "\n| "],
    ["a row of a table of another width", "\n| a | b |\n|---|\n| "],
    ["the start of a definition that is none", "\n*[a "],
    ["a line of a blank that is none to the parser", "\n\u00a0\n"],
  ])("%s does not end it", (_name, between) => {
    const piece = "*a ".repeat(1_000);
    expect(checked(`${piece}${between}${piece}`).findings).toMatchObject([{ rule: "text-too-complex" }]);
  });

  it("rows of a table are counted each by itself", () => {
    const row = `| ${"*a* ".repeat(300)}|`;
    expect(checked(`| a |\n|---|\n${lines(50, () => row)}`).result).toBe(true);
  });
});

describe("a compiled report that is too costly", () => {
  it.each([
    ["deep", `${"> ".repeat(4_096)}a`, "text-too-deep"],
    ["complex", "[".repeat(50_000), "text-too-complex"],
  ])("is refused with its line in the file: %s", (_name, body, rule) => {
    const { outcome, diagnostics, report } = compileFile(reportOf({}, `Intro.\n\n${body}\n`));
    expect(outcome).toBe("refused");
    expect(report).toBeUndefined();
    // Four fields between two lines of dashes, an empty line, "Intro." and another empty line.
    expect(diagnostics).toMatchObject([{ rule, place: { line: 10, column: 1 } }]);
  });
});
