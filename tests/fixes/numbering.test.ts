import { describe, expect, it } from "vitest";
import { compileSource } from "../compiled-report.ts";
import { fixBody } from "./fixed-text.ts";

const numbers = (file: string): readonly string[] =>
  compileSource(file).report?.paragraphs.map(({ number }) => number) ?? [];
const run = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index + 1}`);

describe("the numbers of paragraphs", () => {
  it.each([
    ["one left out", "1. A\n2. B\n4. C\n5. D\n", "1. A\n2. B\n3. C\n4. D\n"],
    ["one twice", "1. A\n2. B\n2. C\n3. D\n", "1. A\n2. B\n3. C\n4. D\n"],
    [
      "from 1 again below a heading",
      "## X\n\n1. A\n2. B\n\n## Y\n\n1. C\n2. D\n",
      "## X\n\n1. A\n2. B\n\n## Y\n\n3. C\n4. D\n",
    ],
    [
      "from 1 again below a heading, far on",
      `## X\n\n${run(14)
        .map((n) => `${n}. A`)
        .join("\n")}\n\n## Y\n\n1. C\n2. D\n`,
      `## X\n\n${run(14)
        .map((n) => `${n}. A`)
        .join("\n")}\n\n## Y\n\n15. C\n16. D\n`,
    ],
    ["all typed as 1", "1. A\n1. B\n1. C\n", "1. A\n2. B\n3. C\n"],
    [
      "all typed as 1 below each heading",
      "## X\n\n1. A\n1. B\n\n## Y\n\n1. C\n1. D\n",
      "## X\n\n1. A\n2. B\n\n## Y\n\n3. C\n4. D\n",
    ],
    ["with round brackets", "1) A\n2) B\n4) C\n", "1) A\n2) B\n3) C\n"],
    ["in bold", "1. A\n\n## X\n\n**3.** Words follow.\n", "1. A\n\n## X\n\n**2.** Words follow.\n"],
    ["with a slip far out", "1. A\n2. B\n12. C\n4. D\n", "1. A\n2. B\n3. C\n4. D\n"],
    [
      "in a passage that is withheld",
      "1. A\n\n:::exempt{paragraphs=3}\n3. B\n:::\n\n4. C\n",
      "1. A\n\n:::exempt{paragraphs=3}\n2. B\n:::\n\n3. C\n",
    ],
    [
      "in an annex",
      "1. A\n2. Annex A.\n\n## Annex A: Costs\n\n1. B\n3. C\n",
      "1. A\n2. Annex A.\n\n## Annex A: Costs\n\n1. B\n2. C\n",
    ],
  ])("%s", (_name, before, after) => {
    const { body, file } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(numbers(file).length).toBeGreaterThan(0);
  });

  it("are typed as they are due in each section of a decimal report", () => {
    const settings = "numbering-style: decimal\n";
    const before =
      "## X\n\n1.1 The first.\n\n1.3 The second.\n\n## Y\n\n2.1 The third.\n\n2.3 As paragraph 1.3 says.\n";
    const { body } = fixBody(before, { settings, fields: "numbering: typed" });
    expect(body).toBe(
      "## X\n\n1.1 The first.\n\n1.2 The second.\n\n## Y\n\n2.1 The third.\n\n2.2 As paragraph 1.2 says.\n\n",
    );
  });

  it.each([
    ["a number is swallowed by the line above", "1. A\n2. B\n\n   More\n3. C\n\n## X\n\nWords\n5. D\n\n6. E\n"],
    ["the missing number stands at the start of a line", "1. A\n2. B\n3 C\n4. D\n"],
    ["the missing number stands at the start of a paragraph", "1. A\n2. B\n\n3 C\n\n4. D\n"],
    ["an item below a sub-list at the margin could go it on", "1. A\n2. B\n3. C\n4. D:\n\n1. x\n2. y\n7. z\n"],
    ["a sub-list at the margin may go on behind a paragraph", "1. A\n2. B\n3. C:\n\n1. x\n\nMore.\n\n2. y\n"],
    ["a year begins a sentence", "1. A\n2. B\n\n2018. The review.\n"],
    ["a sum begins a sentence", "1. A\n2. B\n\n## X\n\n60. children came.\n"],
    ["a list of ones could be a sub-list", "1. A\n2. B:\n\n## X\n\n3. C\n\nMore\n\n1. x\n1. y\n\n## Y\n\n6. D\n"],
    ["a letter stands where a number is due", "1. A\n2. B\n\n(a) Words\n\n4. C\n"],
    ["a list that does not begin at 1 may hold paragraphs", "1. A\n2. B\n    3. C\n4. D\n"],
    ["a paragraph has no text", "1. A\n2.\n4. B\n"],
  ])("stay where %s, and the author is told", (_name, before) => {
    const { body, remarks } = fixBody(before, { fields: "numbering: typed" });
    expect(body).toBe(`${before}\n`);
    expect(remarks.join("\n")).toMatch(
      /^reports\/update.md:\d+ the numbers of the paragraphs are left as they are, because \w/,
    );
  });

  it("take nothing from what hangs from them, whether they become wider or narrower", () => {
    const items = run(8).map((n) => `${n}. A`);
    const before = `${items.join("\n")}\n10. I\n\n    more\n\n        code\n9. J\n\n   more\n   - point\n`;
    const after = `${items.join("\n")}\n9.  I\n\n    more\n\n        code\n10. J\n\n    more\n    - point\n`;
    expect(fixBody(before).body).toBe(`${after}\n`);
  });
});

describe("references to paragraphs that get other numbers", () => {
  const before =
    "1. A\n2. B\n4. See paragraph 5, paragraphs 1 to 4 and [this](#para-5).[^1]\n5. C\n\n[^1]: And para. 4(a).\n";
  const after =
    "1. A\n2. B\n3. See paragraph 4, paragraphs 1 to 3 and [this](#para-4).[^1]\n4. C\n\n[^1]: And para. 3(a).\n";

  it("follow, where the numbers that were typed rose", () => {
    const { body, remarks } = fixBody(before);
    expect(body).toBe(`${after}\n`);
    expect(remarks).toEqual([]);
  });

  it("stay where a number was typed twice, and the author is told", () => {
    const { body, remarks } = fixBody("1. A\n2. B\n2. See paragraph 2.\n3. See paragraph 3 and paragraph 1.\n");
    expect(body).toBe("1. A\n2. B\n3. See paragraph 2.\n4. See paragraph 3 and paragraph 1.\n\n");
    expect(remarks).toEqual([
      "reports/update.md:10 paragraph 2 is named here, and paragraphs are numbered anew: check that it is the one that is meant",
      "reports/update.md:11 paragraph 3 is named here, and paragraphs are numbered anew: check that it is the one that is meant",
    ]);
  });

  it("stay where nothing had the number, and a paragraph gets it", () => {
    const { body, remarks } = fixBody("1. A\n2. B\n4. See paragraph 3.\n");
    expect(body).toContain("3. See paragraph 3.");
    expect(remarks.join()).toContain("paragraph 3 is named here");
  });

  it("stay in a quotation, and in the words of a link that leads elsewhere", () => {
    const { body, remarks } = fixBody(
      "1. A\n2. B\n4. C\n\n    > As paragraph 4 says.\n\n    See [paragraph 4](https://example.org/minutes).\n",
    );
    expect(body).toContain("> As paragraph 4 says.");
    expect(body).toContain("[paragraph 4](https://example.org/minutes)");
    expect(remarks).toHaveLength(2);
  });

  it("are left alone where they are somebody else's", () => {
    const { body, remarks } = fixBody("1. A\n2. B\n4. See paragraph 4 of Schedule 12A and paragraph 4 {elsewhere}.\n");
    expect(body).toContain("3. See paragraph 4 of Schedule 12A and paragraph 4 {elsewhere}.");
    expect(remarks).toEqual([]);
  });

  it("follow in the annexes, and to the paragraphs of an annex", () => {
    const { files, body, remarks } = fixBody("1. See Annex A, paragraph 3, and paragraph A3.\n3. B\n", {
      fields: "annexes: [{title: Costs, file: update/costs.md}]",
      texts: { "reports/update/costs.md": "1. A\n3. See paragraph 3.\n" },
    });
    expect(body).toBe("1. See Annex A, paragraph 2, and paragraph A2.\n2. B\n\n");
    expect(files["reports/update/costs.md"]).toBe("1. A\n2. See paragraph 2.\n");
    expect(remarks).toEqual([]);
  });

  it("are named where another report links there, and its file stays", () => {
    const other =
      "---\ntitle: Other\nauthor: A\ndate: 2024-03-24\nconfidential: No\n---\n\nSee [it](update.md#para-4) and [it](update.md#para-1).\n";
    const { files, remarks } = fixBody("1. A\n2. B\n4. C\n", { texts: { "reports/other.md": other } });
    expect(Object.keys(files)).toEqual(["reports/update.md"]);
    expect(remarks).toEqual([
      "reports/other.md:8 this links to paragraph 4 of reports/update.md, whose paragraphs are numbered anew; what was typed as 4 is 3 now: check it",
    ]);
  });

  it("are named where the report's numbers were typed on into an annex", () => {
    const { body, remarks } = fixBody("1. See paragraphs 2 and 3 and Annex A.\n2. B\n\n## Annex A: Costs\n\n3. C\n");
    expect(body).toBe("1. See paragraphs 2 and 3 and Annex A.\n2. B\n\n## Annex A: Costs\n\n1. C\n\n");
    expect(remarks.map((remark) => remark.split(" is ", 1)[0])).toEqual(["reports/update.md:8 paragraph 3"]);
  });

  it("are named where the summary says them", () => {
    const { remarks, file } = fixBody("1. A\n2. B\n4. C\n", { fields: "summary: As paragraph 4 says." });
    expect(file).toContain("summary: As paragraph 4 says.");
    expect(remarks.join()).toContain("reports/update.md:6 the summary names a paragraph");
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
