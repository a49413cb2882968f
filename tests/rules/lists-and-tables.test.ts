import { describe, expect, it } from "vitest";
import { type RuleId, rulesThat } from "../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "./found-in.ts";

const RULES: readonly RuleId[] = [
  ...rulesThat(({ group }) => group === "lists-and-tables"),
  "quotation-empty",
  "paragraph-empty",
  "code-indented",
];
const found = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a list that runs together", () => {
  it.each<[string, string, readonly string[]]>([
    ["bullets in a paragraph", "It asked for:\n• a\n• b\n", ["list-run-together 2:1"]],
    ["a bullet without a blank", "•Costs rose.\n", ["list-run-together 1:1"]],
    ["bullets in a quotation", "Text.\n\n> It asked for:\n> • a\n> • b\n", ["list-run-together 4:3"]],
    ["dashes", "It asked for:\n– a\n– b\n", ["list-run-together 2:1"]],
    ["hyphens without a blank", "It asked for:\n-a\n-b\n", ["list-run-together 2:1"]],
    ["circles of a word processor", "It asked for:\no costs\no days\n", ["list-run-together 2:1"]],
    ["letters in a quotation", "Text.\n\n> It asked for:\n> (a) costs\n> (b) days\n", ["list-run-together 4:3"]],
    ["letters without a first bracket", "Text:\n\n- It asked for:\n  a) costs\n  b) days\n", ["list-run-together 4:3"]],
    ["roman figures in an item", "Text.\n\n- It asked for:\n  (i) costs\n  (ii) days\n", ["list-run-together 4:3"]],
    ["figures in brackets", "Text:\n\n- It asked for:\n  (1) costs\n  (2) days\n", ["list-run-together 4:3"]],
    ["a fixed blank behind hyphens", "It asked for:\n\n-\u00a0costs\n-\u00a0days\n", ["list-run-together 3:1"]],
    ["a fixed blank before them", "It asked for:\n\n\u00a0- costs\n\u00a0- days\n", ["list-run-together 3:2"]],
    ["a fixed blank behind one alone", "It asked for:\n\n*\u00a0costs\n", ["list-run-together 3:1"]],
    ["a fixed blank within a point", "Text:\n\n- costs\n  -\u00a0of buses\n", ["list-run-together 4:3"]],
    ["a hyphen at which no line breaks", "It asked for:\n\n\u2011 costs\n\n\u2011 days\n", ["list-run-together 3:1"]],
    ["a minus sign and a fixed blank", "It asked for:\n\n\u2212\u00a0costs\n", ["list-run-together 3:1"]],
    ["middle dots, each by itself", "It asked for:\n\n·  costs\n\n·  days\n", ["list-run-together 3:1"]],
    ["one circle with wide blanks", "It asked for:\n\no  costs\n", ["list-run-together 3:1"]],
    ["a bullet of a word processor's own", "It asked for:\n\n\uf0b7 costs\n", ["list-run-together 3:1"]],
    ["points indented below a line", "It asked for:\n    - costs\n    - days\n", ["list-run-together 2:5"]],
    ["dates", "It meets on\n\nMonday 3 March 2025\nMonday 7 April 2025\n", ["list-run-together 3:1"]],
    ["an address", "Write to:\n\nThe Guildhall\nHigh Street\nAldermere\n", ["list-run-together 3:1"]],
    ["labels", "It asked:\n\nR1 That costs fall.\nR2 That days rise.\n", ["list-run-together 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["one dash at the start of a line", "The panel met\n– which was late – and agreed.\n"],
    ["a minus", "It fell by\n-5% and\n-6%.\n".replace("-5%", "5%")],
    ["letters in a sentence", "It asked for (a) costs, (b) days and (c) more.\n"],
    ["letters that do not follow each other", "It asked for\n(a) costs, as in\n(c) days.\n"],
    ["initials", "The chair was\nA. Nair, and the clerk\nB. Cole.\n"],
    ["bullets in the list of abbreviations", "An HSB.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n"],
    ["bullets in code", "Text.\n\n```\n• a\n• b\n```\n"],
    ["a list", "It asked for:\n\n- a\n- b\n"],
    ["letters in broken lines", "It asked for\n\nb) costs\\\nc) days\n"],
    ["dates in broken lines", "It meets on\n\nMonday 3 March 2025\\\nMonday 7 April 2025\n"],
    ["contact details", "Name: A. Nair\nPost: Clerk\nTel: 01632 960000\n"],
    ["letters that are a list", "It asked for:\n(a) costs\n(b) days\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("letters that do not begin with the first", () => {
  const advice = (body: string): string =>
    diagnosticsIn(body)
      .flatMap(({ rule, fix }) => (rule === "list-run-together" ? [fix] : []))
      .join();

  it("are to be broken, because a list of them would be an error", () => {
    expect(advice("Text:\nb) costs\nc) days\n")).toMatch(/^put a backslash at the end/);
    expect(advice("Text:\n\n- Of:\n  a) costs\n  b) days\n")).toMatch(/^put an empty line above/);
  });
});

describe("what holds nothing", () => {
  it.each<[string, string, readonly string[]]>([
    ["an item", "Text:\n\n- a\n-\n- b\n", ["list-item-empty 4:1"]],
    ["an item of a sub-list", "Text:\n\n1. a\n2.\n3. b\n", ["list-item-empty 4:1"]],
    ["an item with a blank that is written", "Text:\n\n- a\n- &nbsp;\n", ["list-item-empty 4:1"]],
    ["an item with nothing but a comment", "Text:\n\n- a\n- <!-- b -->\n", ["list-item-empty 4:1"]],
    ["a quotation", "Text.\n\n>\n", ["quotation-empty 3:1"]],
    ["a typed paragraph", "1. Text.\n2.\n3. More.\n", ["paragraph-empty 2:1"]],
    ["a blank that is written", "Text.\n\n&nbsp;\n", ["paragraph-empty 3:1"]],
    ["a backslash", "Text.\n\n\\\n", ["paragraph-empty 3:1"]],
    ["dots", "Text.\n\n…\n", ["paragraph-empty 3:1"]],
    ["a line of = signs", "Text.\n\n=====\n", ["paragraph-empty 3:1"]],
    ["a typed paragraph of dots", "1. Text.\n2. …\n", ["paragraph-empty 2:4"]],
    ["a paragraph of an annex", "Text.\n\n## Annex A: B\n\n&nbsp;\n", ["paragraph-empty 5:1"]],
    ["a paragraph of a passage", "Text.\n\n:::exempt{paragraphs=3}\n&nbsp;\n:::\n", ["paragraph-empty 4:1"]],
  ])("is raised: %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["a figure", "Text.\n\n12\n"],
    ["a sign that means something", "Text.\n\n✓\n\n£\n"],
    ["code", "Text.\n\n`=`\n"],
    ["a link that gets its words", "Text. {#review}\n\n[](#review)\n"],
    ["a link without words, which is an error of its own", "Text.\n\n[](https://a.b)\n"],
    [
      "a caption in the list of abbreviations",
      "An HSB.\n\n## Abbreviations\n\nTable 1: Words\n\nHSB – Harmful Sexual Behaviour\n",
    ],
    ["an image", "Text.\n\n![Bars that fall](update/a.png) ![More bars](update/b.png)\n"],
    ["a note", "Text.\n\n[^1]\n\n[^1]: A.\n"],
    ["an item with a table", "- \n  | a |\n  |---|\n  | b |\n\nText.\n"],
    ["a blank without a number", "Text.\n\n:::unnumbered\n&nbsp;\n:::\n"],
  ])("is not raised of %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("the shape of a table", () => {
  it.each<[string, string, readonly string[]]>([
    ["short rows", "T.\n\n| a | b |\n|---|---|\n| c | d |\n| e |\n", ["table-row-short 6:1"]],
    ["no names", "T.\n\n| |\n|---|\n| c |\n", ["table-without-header 3:1"]],
    [
      "no names, neither of columns nor of rows",
      "T.\n\n| | |\n|---|---|\n| | d |\n",
      ["table-column-empty 3:1", "table-without-header 3:1"],
    ],
    ["a column without a name", "T.\n\n| a | |\n|---|---|\n| c | d |\n", ["table-header-cell-empty 3:5"]],
    ["an empty column", "T.\n\n| a | b |\n|---|---|\n| c | |\n| d | |\n", ["table-column-empty 3:5"]],
    ["an empty column among ticks", "T.\n\n| a | b | c |\n|---|---|---|\n| d | | x |\n| e | | |\n", []],
    ["a form", "T.\n\n| | Name | Why |\n|---|---|---|\n| 1. | | |\n| 2. | | |\n", []],
    ["a form of one row with a name", "T.\n\n| a | b |\n|---|---|\n| d | |\n", ["table-column-empty 3:5"]],
    ["an empty first column", "T.\n\n| | b |\n|---|---|\n| | c |\n", ["table-column-empty 3:1"]],
    ["a header alone", "T.\n\n| a | b |\n|---|---|\n", ["table-empty 3:1"]],
    ["rows of nothing", "T.\n\n| a | b |\n|---|---|\n| | |\n", ["table-empty 3:1"]],
    [
      "seventeen columns",
      `T.\n\n${"| a ".repeat(17)}|\n${"|---".repeat(17)}|\n${"| b ".repeat(17)}|\n`,
      ["table-wide 3:1"],
    ],
    ["a ditto mark", 'T.\n\n| a | b |\n|---|---|\n| c | d |\n| e | " |\n', ["table-cell-merged 6:5"]],
    ["signs that join", "T.\n\n| a | b |\n|---|---|\n| c | d |\n| ^^ | e |\n", ["table-cell-merged 6:1"]],
    [
      "a caption on one table alone",
      "Table: A\n\n| a |\n|---|\n| b |\n\nT.\n\n| c |\n|---|\n| d |\n",
      ["table-caption-missing 9:1"],
    ],
    ["a caption in another form", "T.\n\nTable 1 – A\n\n| a |\n|---|\n| b |\n", ["caption-unread 3:1"]],
    ["a caption with no table", "T.\n\nTable: A\n\nT.\n", ["caption-unread 3:1"]],
    ["a caption of an image", "T.\n\n![Bars that fall](a.png)\n\nFigure 2 – Bars\n", ["caption-unread 5:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["an empty first corner", "T.\n\n| | a |\n|---|---|\n| b | c |\n"],
    ["an empty cell", "T.\n\n| a | b |\n|---|---|\n| c | |\n| d | e |\n"],
    ["sixteen columns", `T.\n\n${"| a ".repeat(16)}|\n${"|---".repeat(16)}|\n${"| b ".repeat(16)}|\n`],
    [
      "no header, in the list of abbreviations",
      "An HSB.\n\n## Abbreviations\n\n| | |\n|---|---|\n| HSB | Harmful Sexual Behaviour |\n",
    ],
    ["an image in the header", "T.\n\n| ![Cost](update/a.png) | b |\n|---|---|\n| c | d |\n"],
    ["captions on none", "| a |\n|---|\n| b |\n\nT.\n\n| c |\n|---|\n| d |\n"],
    ["captions on all", "Table: A\n\n| a |\n|---|\n| b |\n\nTable 2: B\n\n| c |\n|---|\n| d |\n"],
    ["a sentence above", "Table 1 shows absence by school.\n\n| a |\n|---|\n| b |\n"],
    ["a dash, which means none", "T.\n\n| a | b |\n|---|---|\n| c | - |\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});

describe("what was drawn as a table", () => {
  it.each<[string, string, readonly string[]]>([
    ["no line of dashes", "T.\n\n| a | b |\n| c | d |\n", ["table-unread 3:1"]],
    ["one row", "T.\n\n| a | b |\n", ["table-unread 3:1"]],
    ["too many dashes", "T.\n\n| a | b |\n|---|---|---|\n| c | d |\n", ["table-unread 4:1"]],
    ["too few dashes, without outer bars", "T.\n\na | b | c\n---|---\nd | e | f\n", ["table-unread 4:1"]],
    ["no header", "T.\n\n|---|---|\n| c | d |\n", ["table-unread 3:1"]],
    ["tabs", "T.\n\nSchool\tAbsence\nHill\t5%\n", ["table-drawn 3:1"]],
    ["blanks", "T.\n\nSchool     Absence\nHill       5%\n", ["table-drawn 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["a bar in a sentence", "The ratio |a| and |b| was given.\n"],
    ["bars with a backslash", "\\| a \\| b \\|\n"],
    ["bars in code", "```\n| a | b |\n| c | d |\n```\n\nT.\n"],
    ["blanks in one line", "Name:     Priya Nair\nand more\n"],
    ["two blanks behind a full stop", "It rose.  It fell.\nIt rose.  It fell.\n"],
    ["a quotation with an indent", "> T.\n>   More\n>   and more\n"],
    ["a table", "T.\n\n| a | b |\n|---|---|\n| c | d |\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });

  it("is read as one once the line of dashes is as the message says", () => {
    for (const body of ["| a | b | c |\n| d | e | f |\n", "| a | b | c |\n|---|---|\n| d | e | f |\n"]) {
      const [told] = diagnosticsIn(`T.\n\n${body}`);
      const dashes = /`(.*)`/.exec(told?.fix ?? "")?.[1];
      const [header, ...rest] = body.trim().split("\n");
      const mended = `T.\n\n${[header, dashes, ...rest.filter((line) => !line.includes("--"))].join("\n")}\n`;
      expect(found(mended)).toEqual([]);
    }
  });
});

describe("a line that is shown as code", () => {
  it.each<[string, string, readonly string[]]>([
    ["at the margin", "Text.\n\n    More.\n", ["code-indented 3:5"]],
    ["in an item", "Text:\n\n- a\n\n      b\n", ["code-indented 5:7"]],
  ])("is raised %s", (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it.each([
    ["code between lines", "Text.\n\n```\n    more\n```\n"],
    ["a paragraph of a list", "1. Text.\n\n    More.\n"],
    ["a wrapped line", "Text\n    and more.\n"],
    [
      "what a line of colons cut off, which is an error of its own",
      "1. Text.\n\n:::exempt{paragraphs=3}\n    - a\n:::\n",
    ],
  ])("is not raised of %s", (_name, body) => {
    expect(found(body)).toEqual([]);
  });
});
