import { describe, expect, it } from "vitest";
import { compileSource, rulesOf, textOf } from "../compiled-report.ts";
import { fixBody, fixFile } from "./fixed-text.ts";

const NB = "\u00a0";

describe("bullets", () => {
  it.each([
    ["and a circle within", "Points:\n• a\no b\no c\n• d\n", "Points:\n- a\n  - b\n  - c\n- d\n"],
    ["each by itself", "1. Points:\n\n·  a\n\no  b\n\n2. B\n", "1. Points:\n\n- a\n\n  - b\n\n2. B\n"],
    ["of three levels", "Points:\n\uf0b7 a\no b\n\uf0a7 c\n", "Points:\n- a\n  - b\n    - c\n"],
    ["a circle below a point that was typed", "Points:\n\n- a\no b\no c\n", "Points:\n\n- a\n  - b\n  - c\n"],
    ["circles alone", "Points:\no a\no b\n", "Points:\n- a\n- b\n"],
    ["arrows", "Points:\n➢ a\n➢\tb\n", "Points:\n- a\n- b\n"],
    ["triangles", "Points:\n‣ a\n‣ b\n", "Points:\n- a\n- b\n"],
    ["dashes", "Points:\n– a\n– b\n", "Points:\n- a\n- b\n"],
    ["hyphens with no blank", "Points:\n-a\n-b\n", "Points:\n- a\n- b\n"],
    ["hyphens within fixed blanks", `1. Points:\n\n${NB}-${NB}a\n${NB}-${NB}b\n`, "1. Points:\n\n- a\n- b\n"],
    ["written blanks", "1. Points:\n\n-&nbsp;a\n-&nbsp;b\n", "1. Points:\n\n- a\n- b\n"],
    ["indented below a line", "Points:\n    • a\n    • b\n", "Points:\n- a\n- b\n"],
    ["within an item", "1. Points:\n\n   • a\n\n   • b\n\n2. B\n", "1. Points:\n\n   - a\n\n   - b\n\n2. B\n"],
    ["with a number below", "1. Points:\n• a\n• b\n2. B\n", "1. Points:\n- a\n- b\n\n2. B\n"],
  ])("become lists: %s", (_name, before, after) => {
    const { body, file } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(rulesOf(compileSource(file))).toEqual([]);
  });

  it.each([
    ["boxes of a form", "Answers:\n□ Yes\n□ No\n"],
    ["signs whose order no word processor has", "Points:\n• a\n➢ b\n"],
    ["figures below nought", "Changes:\n-5%\n-6%\n"],
    ["dashes in a sentence that goes on", "The panel\n– as ever\n– agreed.\n"],
    ["one dash", "Points:\n\n–\u00a0Councillor Nair\n"],
    ["in a quotation", "Text.\n\n> Points:\n> • a\n> • b\n"],
    ["in a note", "Text.[^1]\n\n[^1]: Points:\n    • a\n    • b\n"],
    ["in code", "Text.\n\n```\n• a\n• b\n```\n"],
    ["a sentence below the last", "Points:\n• a\n• b\nThe panel agreed.\n"],
  ])("stay: %s", (_name, body) => {
    expect(fixBody(body, { only: ["bullets", "list-run-together", "spaces"] }).body).toBe(`${body}\n`);
  });

  it("stay where a circle is a word", () => {
    const body = "Daw pobl:\no Gaer\no Aber\n";
    expect(fixBody(body, { fields: "lang: cy\n" }).body).toBe(`${body}\n`);
  });

  it("of one list stay and those of another are fixed", () => {
    const { body, remarks } = fixBody("Points:\n\n• a\n\n• b\n\nMore:\n• c\n• d\n\nEnd.\n");
    expect(body).toBe("Points:\n\n• a\n\n• b\n\nMore:\n- c\n- d\n\nEnd.\n\n");
    expect(remarks).toEqual([
      "reports/update.md:10 bullets here: nothing was changed, because paragraphs would get other numbers, and references to them could go wrong",
    ]);
  });

  it("stay where a letter below them would be lost", () => {
    const body = "1. It asked to:\n(a) agree:\n• x\n• y\n(b) note it.\n\n2. B\n";
    expect(fixBody(body).body).toBe(`${body}\n`);
  });
});

describe("lines that were typed one below the other", () => {
  it.each([
    [
      "dates",
      "It meets on\n\nMonday 3 March 2025\nMonday 7 April 2025\n",
      "Monday 3 March 2025\\\nMonday 7 April 2025\n",
    ],
    ["an address", "Write to:\n\nThe Guildhall\nHigh Street  \t\nAldermere\n", undefined],
    ["labels", "It asked:\nR1 That costs fall.\nR2 That days\nrise.\n", undefined],
    ["letters in a point", "Text:\n\n- It asked for:\n  a) costs\n  b) days\n", undefined],
  ])("are kept apart: %s", (_name, before, expected) => {
    const { body, file } = fixBody(before);
    if (expected !== undefined) expect(body).toContain(expected);
    expect(body).not.toBe(`${before}\n`);
    expect(rulesOf(compileSource(file))).not.toContain("list-run-together");
    expect(fixFile(file).file).toBe(file);
    const words = (source: string): string => textOf(compileSource(source).page.root).replace(/\s+/g, " ");
    expect(words(file)).toBe(words(fixBody(before, { only: ["dates"] }).file));
  });

  it.each([
    ["in a quotation", "Text.\n\n> The Guildhall\n> High Street\n> Aldermere\n"],
    ["which the author breaks", "Text.\n\nThe Guildhall\\\nHigh Street\\\nAldermere\n"],
    ["with an address that would take the backslash", "Text.\n\nThe Guildhall\nwww.aldermere.example/A\nAldermere\n"],
    [
      "with a sentence below the dates",
      "It meets on\n\n3 March 2025\n7 April 2025\nThe Guildhall is open at all times.\n",
    ],
  ])("stay: %s", (_name, body) => {
    expect(fixBody(body, { only: ["list-run-together"] }).body).toBe(`${body}\n`);
  });
});

describe("notes that were typed as text", () => {
  it.each([
    [
      "on lines at the end",
      "1. Rain fell.[1] It rose.[2]\n\n2. More.[1]\n\n[1] Log.\n[2] Letter, which\ngoes on.\n",
      "1. Rain fell.[^1] It rose.[^2]\n\n2. More.[^1]\n\n[^1]: Log.\n[^2]: Letter, which\ngoes on.\n",
    ],
    [
      "each by itself, where paragraphs have no typed numbers",
      "Rain fell.[1]\n\nIt rose.[2]\n\n[1] Log.\n\n[2] Letter.\n",
      "Rain fell.[^1]\n\nIt rose.[^2]\n\n[^1]: Log.\n\n[^2]: Letter.\n",
    ],
    [
      "without brackets at the end",
      "Rain fell.[1] It rose.[2]\n\n1 See the log.\n2 Letter.\n",
      "Rain fell.[^1] It rose.[^2]\n\n[^1]: See the log.\n[^2]: Letter.\n",
    ],
    [
      "in cells",
      "Text.[1]\n\n| a | b |\n|---|---|\n| c[2] | d |\n\n[1] Log.\n[2] Letter.\n",
      "Text.[^1]\n\n| a | b |\n|---|---|\n| c[^2] | d |\n\n[^1]: Log.\n[^2]: Letter.\n",
    ],
    [
      "as far as they have texts",
      "Rain fell.[1] It rose.[2] And fell.[3]\n\n[1] Log.\n[2] Letter.\n",
      "Rain fell.[^1] It rose.[^2] And fell.[3]\n\n[^1]: Log.\n[^2]: Letter.\n",
    ],
  ])("become notes: %s", (_name, before, after) => {
    const { body, file } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(rulesOf(compileSource(file), "error")).toEqual([]);
    expect(fixFile(file).file).toBe(file);
  });

  it.each([
    ["whose numbers would be others", "Rain fell.[4] It rose.[5]\n\n[4] Log.\n[5] Letter.\n"],
    ["one of which has no mark", "Rain fell.[1]\n\n[1] Log.\n[2] Letter.\n"],
    ["which are there twice", "Rain fell.[1]\n\n[1] Log.\n\nIt rose.[1]\n\n[1] Letter.\n"],
    ["in the middle, where paragraphs below would get other numbers", "Rain.[1]\n\n[1] Log.\n\nIt rose.\n"],
    ["in a quotation", "Text.\n\n> Rain fell.[1] It rose.[2]\n\n[1] Log.\n[2] Letter.\n"],
    ["in a heading", "Text.\n\n## Rain[1]\n\nMore.\n\n[1] Log.\n"],
    ["in code", "Text `a[1]` and `b[2]`.\n\n[1] Log.\n[2] Letter.\n"],
    ["on both sides of an annex", "Rain fell.[1]\n\n## Annex A: Log\n\nMore.\n\n[1] Log.\n"],
    [
      "one side of which is withheld",
      "Rain fell.[1]\n\n:::exempt{paragraphs=3 public-interest=Harm}\nMore.\n\n[1] Log.\n:::\n",
    ],
    [
      "the mark of which is withheld",
      "Text.\n\n:::exempt{paragraphs=3 public-interest=Harm}\nMore.[1]\n:::\n\nMore.\n\n[1] Log.\n",
    ],
    [
      "one of which is withheld",
      "Text.[1]\n\n:::exempt{paragraphs=3 public-interest=Harm}\nMore.[1]\n:::\n\nMore.\n\n[1] Log.\n",
    ],
    ["with code below", "1. Rain fell.[1]\n\n[1] Log.\n\n        code\n"],
    ["beside a paragraph with that number", "1. Rain fell.[2]\n\n2 Letters came.\n"],
  ])("stay: %s", (_name, body) => {
    expect(fixBody(body, { only: ["note-typed"] }).body).toBe(`${body}\n`);
  });
});

const MIXED = `## 1. Costs

1.1 Rain fell.[1]
1.2 The points are:
·\tone
o\ttwo
1.3 It meets on
Monday 3 March 2025
Monday 7 April 2025

1.4 R1 and R2 are:

R1 That it be agreed.
R2 That it be noted.

1.5 Members:

–${NB}asked
–${NB}agreed

:::exempt{paragraphs=3 public-interest=Harm}
1.6 It costs:
• a
• b
:::

1.7 More.[2]

[1] Log, pages 3-5
[2] Letter
`;

describe("a file with all of these", () => {
  const FIXED = `## 1. Costs

1.1 Rain fell.[^1]

1.2 The points are:
- one
  - two

1.3 It meets on\\
Monday 3 March 2025\\
Monday 7 April 2025

1.4 R1 and R2 are:

R1 That it be agreed.\\
R2 That it be noted.

1.5 Members:

- asked
- agreed

:::exempt{paragraphs=3 public-interest=Harm}
1.6 It costs:
- a
- b
:::

1.7 More.[^2]

[^1]: Log, pages 3–5
[^2]: Letter
`;

  it("is fixed as a whole, and keeps its mark and its line ends", () => {
    const { body, file } = fixBody(MIXED);
    expect(body).toBe(`${FIXED}\n`);
    expect(compileSource(file).report?.paragraphs.map(({ number }) => number)).toEqual([
      "1.1",
      "1.2",
      "1.3",
      "1.4",
      "1.5",
      "1.6",
      "1.7",
    ]);
    expect(rulesOf(compileSource(file))).toEqual([]);
    const before = fixBody(MIXED, { only: ["dates"] }).file;
    const windows = `\ufeff${before.replaceAll("\n", "\r\n")}`;
    expect(fixFile(windows, { only: FIXES }).file).toBe(`\ufeff${file.replaceAll("\n", "\r\n")}`);
  });
});

const FIXES = ["spaces", "bullets", "list-run-together", "note-typed", "typed-number-swallowed", "dashes"] as const;
