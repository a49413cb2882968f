import { describe, expect, it } from "vitest";
import { compileSource } from "../compiled-report.ts";
import { fixBody } from "./fixed-text.ts";

const numbers = (file: string): readonly string[] =>
  compileSource(file).report?.paragraphs.map(({ number }) => number) ?? [];
const run = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index + 1}`);

describe("the numbers of paragraphs", () => {
  it.each([
    ["all typed as 1", "1. A\n1. B\n1. C\n", "1. A\n2. B\n3. C\n"],
    [
      "all typed as 1 below each heading",
      "## X\n\n1. A\n1. B\n\n## Y\n\n1. C\n1. D\n",
      "## X\n\n1. A\n2. B\n\n## Y\n\n3. C\n4. D\n",
    ],
    ["twice at the end", "1. A\n2. B\n2. C\n", "1. A\n2. B\n3. C\n"],
    ["with round brackets", "1) A\n2) B\n5) C\n4) D\n", "1) A\n2) B\n3) C\n4) D\n"],
    [
      "in bold",
      "1. A\n\n## X\n\n**3.** Words follow.\n\n3. More.\n",
      "1. A\n\n## X\n\n**2.** Words follow.\n\n3. More.\n",
    ],
    ["with a slip far out", "1. A\n2. B\n12. C\n4. D\n", "1. A\n2. B\n3. C\n4. D\n"],
    [
      "in a passage that is withheld",
      "1. A\n\n:::exempt{paragraphs=3}\n4. B\n:::\n\n3. C\n",
      "1. A\n\n:::exempt{paragraphs=3}\n2. B\n:::\n\n3. C\n",
    ],
    [
      "in an annex",
      "1. A\n2. Annex A.\n\n## Annex A: Costs\n\n1. B\n4. C\n3. D\n",
      "1. A\n2. Annex A.\n\n## Annex A: Costs\n\n1. B\n2. C\n3. D\n",
    ],
  ])("%s", (_name, before, after) => {
    const { body, file } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(numbers(file).length).toBeGreaterThan(0);
  });

  it("are typed as they are due in a section of a decimal report", () => {
    const before = "## X\n\n1.1 The first.\n\n1.5 The second.\n\n1.3 As paragraph 1.5 says.\n\n## Y\n\n2.1 The last.\n";
    expect(fixBody(before, { fields: "numbering: typed" }).body).toBe(
      "## X\n\n1.1 The first.\n\n1.2 The second.\n\n1.3 As paragraph 1.2 says.\n\n## Y\n\n2.1 The last.\n\n",
    );
  });

  it.each([
    ["a list starts again under a heading", "## X\n\n1. A\n2. B\n\n## Y\n\n1. C\n2. D\n\n## Z\n\n3. E\n"],
    ["a list starts again under a line in bold", "**X**\n\n1. A\n2. B\n\n**Y**\n\n1. C\n2. D\n\n**Z**\n\n3. E\n"],
    ["it starts again with figures in bold", "## X\n\n1. A\n2. B\n\n## Y\n\n**1.** C\n\n**2.** D\n\n## Z\n\n3. E\n"],
  ])("stay where %s, and nothing is wrong", (_name, before) => {
    const { body, remarks } = fixBody(before);
    expect(body).toBe(`${before}\n`);
    expect(remarks).toEqual([]);
  });

  it.each([
    ["one is left out", "1. A\n2. B\n4. C\n5. D\n"],
    ["one is left out at the end", "1. A\n2. B\n4. C\n"],
    ["one comes twice, and all behind it would change", "1. A\n2. B\n2. C\n3. D\n"],
    ["two are wrong", "1. A\n2. B\n12. C\n4. D\n15. E\n6. F\n"],
    ["the missing number stands at the start of a line", "1. A\n2. B\n3 c\n4. D\n"],
    ["the missing number stands at the start of a paragraph", "1. A\n2. B\n\n3 c\n\n4. D\n"],
    ["an item below a sub-list at the margin could go it on", "1. A\n2. B\n3. C\n4. D:\n\n1. x\n2. y\n7. z\n"],
    ["a sub-list at the margin may go on behind a paragraph", "1. A\n2. B\n3. C:\n\n1. x\n\nMore.\n\n2. y\n"],
    ["a year begins a sentence", "1. A\n2. B\n\n2018. The review.\n"],
    ["a sum begins a sentence", "1. A\n2. B\n\n## X\n\n60. children came.\n"],
    ["a list of ones could be a sub-list", "1. A\n2. B:\n\n## X\n\n3. C\n\nMore\n\n1. x\n1. y\n\n## Y\n\n6. D\n"],
    ["a letter stands where a number is due", "1. A\n2. B\n\n(a) Words\n\n4. C\n"],
    ["a paragraph has no text", "1. A\n2.\n4. B\n"],
  ])("stay where %s, and the author is told", (_name, before) => {
    const { body, remarks } = fixBody(before, { fields: "numbering: typed" });
    expect(body).toBe(`${before}\n`);
    expect(remarks.join("\n")).toMatch(
      /^reports\/update.md:\d+ the numbers of the paragraphs are left as they are, because \w/,
    );
  });

  it.each([
    ["narrower", 8, "10", "10. J\n", "9. "],
    ["wider", 9, "9", "11. J\n", "10."],
  ])("take nothing from what hangs from them, where they become %s", (_name, count, typed, next, fixed) => {
    const items = run(count).map((n) => `${n}. A`);
    const hanging = (mark: string, indent: string): string =>
      `${items.join("\n")}\n${mark} I\n\n${indent}more\n${indent}- point\n${next}`;
    const before = hanging(`${typed}.`, " ".repeat(typed.length + 2));
    const after = hanging(fixed, " ".repeat(4));
    expect(fixBody(before).body).toBe(`${after}\n`);
  });
});

describe("references to paragraphs that get other numbers", () => {
  it("follow, where no other paragraph has, or had, the number", () => {
    const { body, remarks } = fixBody(
      "1. A\n2. B\n12. See paragraph 12, paragraphs 1 to 2 and [this](#para-12).[^1]\n4. C\n\n[^1]: And para. 12(a).\n",
    );
    expect(body).toBe(
      "1. A\n2. B\n3. See paragraph 3, paragraphs 1 to 2 and [this](#para-3).[^1]\n4. C\n\n[^1]: And para. 3(a).\n\n",
    );
    expect(remarks).toEqual([]);
  });

  it("stay where a number was typed twice, and the author is told", () => {
    const { body, remarks } = fixBody("1. A\n2. See paragraph 2.\n2. B\n");
    expect(body).toBe("1. A\n2. See paragraph 2.\n3. B\n\n");
    expect(remarks).toEqual([
      "reports/update.md:9 paragraph 2 is named here, and paragraphs have new numbers: check that it is the one that is meant",
    ]);
  });

  it("stay where nothing had the number, and a paragraph gets it", () => {
    const { body, remarks } = fixBody("1. A\n2. B\n12. See paragraph 3.\n4. C\n");
    expect(body).toContain("3. See paragraph 3.");
    expect(remarks.join()).toContain("paragraph 3 is named here");
  });

  it("stay in a quotation, and in the words of a link that leads elsewhere", () => {
    const { body, remarks } = fixBody(
      "1. A\n2. B\n12. C\n\n    > As paragraph 12 says.\n\n    See [paragraph 12](https://example.org/minutes).\n4. D\n",
    );
    expect(body).toContain("> As paragraph 12 says.");
    expect(body).toContain("[paragraph 12](https://example.org/minutes)");
    expect(remarks).toHaveLength(2);
  });

  it("are left alone where they are somebody else's", () => {
    const { body, remarks } = fixBody(
      "1. A\n2. B\n12. See paragraph 12 of Schedule 12A and paragraph 12 {elsewhere}.\n4. C\n",
    );
    expect(body).toContain("3. See paragraph 12 of Schedule 12A and paragraph 12 {elsewhere}.");
    expect(remarks).toEqual([]);
  });

  it("follow in the annexes, and to the paragraphs of an annex", () => {
    const { files, body, remarks } = fixBody("1. See Annex A, paragraph 9, and paragraph A9.\n2. B\n", {
      fields: "annexes: [{title: Costs, file: update/costs.md}]",
      texts: { "reports/update/costs.md": "1. A\n9. See paragraph A9.\n3. C\n" },
    });
    expect(body).toBe("1. See Annex A, paragraph 2, and paragraph A2.\n2. B\n\n");
    expect(files["reports/update/costs.md"]).toBe("1. A\n2. See paragraph A2.\n3. C\n");
    expect(remarks).toEqual([]);
  });

  it("are named where another report links there, and its file stays", () => {
    const other =
      "---\ntitle: Other\nauthor: A\ndate: 2024-03-24\nconfidential: No\n---\n\nSee [it](update.md#para-12) and [it](update.md#para-1).\n";
    const { files, remarks } = fixBody("1. A\n2. B\n12. C\n4. D\n", { texts: { "reports/other.md": other } });
    expect(Object.keys(files)).toEqual(["reports/update.md"]);
    expect(remarks).toEqual([
      "reports/other.md:8 this links to paragraph 12 of reports/update.md, whose paragraphs have new numbers; what was typed as 12 is 3 now: check it",
    ]);
  });

  it("are named where the summary says them", () => {
    const { remarks, file } = fixBody("1. A\n2. B\n12. C\n4. D\n", { fields: "summary: As paragraph 12 says." });
    expect(file).toContain("summary: As paragraph 12 says.");
    expect(remarks.join()).toContain("reports/update.md:6 the summary names a paragraph");
  });
});

describe("a number that Markdown takes into the paragraph above it", () => {
  it.each([
    ["without a blank", "1. A met.\n2. B met.\n3.It agreed.\n", "1. A met.\n2. B met.\n\n3. It agreed.\n"],
    ["in bold", "1. A met.\n2. B met.\n**3.** It agreed.\n", "1. A met.\n2. B met.\n\n**3.** It agreed.\n"],
    ["in italics", "1. A met.\n2. B met.\n*3.* It agreed.\n", "1. A met.\n2. B met.\n\n*3.* It agreed.\n"],
    ["in brackets", "1. A met.\n2. B met.\n(3) It agreed.\n4. C\n", "1. A met.\n2. B met.\n\n(3) It agreed.\n\n4. C\n"],
    ["with an indent", "1. A met.\n2. B met.\n\n   More.\n   3. C\n", "1. A met.\n2. B met.\n\n   More.\n\n3. C\n"],
    [
      "in the decimal style",
      "## X\n\n1.1 A met.\n1.2 B met.\n1.3 C met.\n",
      "## X\n\n1.1 A met.\n\n1.2 B met.\n\n1.3 C met.\n",
    ],
  ])("gets an empty line above it: %s", (_name, before, after) => {
    const { body, file } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(numbers(file).length).toBeGreaterThan(2);
  });

  it("leaves all other numbers as they were typed, whatever they are", () => {
    const { body } = fixBody("1. A met.\n2. B met.\n(3) It agreed.\n5. C\n6. D\n");
    expect(body).toBe("1. A met.\n2. B met.\n\n(3) It agreed.\n\n5. C\n6. D\n\n");
  });
});

describe("the numbers of a sub-list", () => {
  it("follow each other from the first", () => {
    expect(fixBody("A:\n\n1. x\n2. y\n4. z\n").body).toBe("A:\n\n1. x\n2. y\n3. z\n\n");
    expect(fixBody("1. A:\n\n    1. x\n    1. y\n    3. z\n").body).toBe("1. A:\n\n    1. x\n    2. y\n    3. z\n\n");
  });

  it("stay where all are typed alike, and where one could be a year", () => {
    for (const body of ["A:\n\n1. x\n1. y\n", "A:\n\n1. x\n2018. y\n"]) expect(fixBody(body).body).toBe(`${body}\n`);
  });
});
