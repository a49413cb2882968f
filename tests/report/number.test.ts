import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, hasClass, rulesOf, textOf } from "../compiled-report.ts";

interface Case {
  readonly rule: string;
  readonly body: string;
  readonly fields?: string;
  /** "1. Text", for each numbered paragraph; not given where the report is refused. */
  readonly paragraphs?: readonly string[];
  /** "severity rule line", the line counted from the body's first. */
  readonly raised?: readonly string[];
}

function check({ body, fields = "", paragraphs, raised = [] }: Case): void {
  const compiled = compileReport(body, { fields });
  expect(findingsOf(compiled, fields)).toEqual(raised);
  expect(compiled.report === undefined ? undefined : compiled.page.paragraphs).toEqual(paragraphs);
}

const TYPED = "numbering: typed";
const AUTOMATIC = "numbering: automatic";

describe("automatic numbering", () => {
  it.each<Case>([
    {
      rule: "each paragraph at the top level is one numbered paragraph",
      body: "One.\n\nTwo.\n\nThree.",
      paragraphs: ["1. One.", "2. Two.", "3. Three."],
    },
    {
      rule: "numbers run on across all headings",
      body: "## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree.",
      paragraphs: ["1. One.", "2. Two.", "3. Three."],
    },
    {
      rule: "an ordered list is a sub-list of the paragraph above it",
      body: "The aims are:\n\n1. first\n2. second\n\nNext.",
      paragraphs: ["1. The aims are: (a) first (b) second", "2. Next."],
    },
    {
      rule: "a wrapped paragraph is one paragraph",
      body: "One goes\nover lines.\n\nTwo.",
      paragraphs: ["1. One goes over lines.", "2. Two."],
    },
    {
      rule: "a paragraph of emphasis, of a link or of code is numbered, too",
      body: "**Bold.**\n\n[A link](https://example.org)\n\n`code`",
      paragraphs: ["1. Bold.", "2. A link", "3. code"],
    },
    {
      rule: "an ordered list straight under a heading is a series of its own",
      body: "## A\n\nOne.\n\n## B\n\n1. first\n2. second\n\nTwo.",
      paragraphs: ["1. One.", "2. Two."],
    },
  ])("$rule", check);

  it("publishes an ordered list straight under a heading with its own numbers, each with an address", () => {
    const { page } = compileReport("One.\n\n## Reasons\n\n1. first\n2. second");
    expect(page.all(".sub-list-mark").map((element) => textOf(element))).toEqual(["1.", "2."]);
    expect(page.byId("reasons-2")?.tag).toBe("li");
  });
});

describe("typed numbering", () => {
  it.each<Case>([
    {
      rule: "each item of a top-level ordered list is one numbered paragraph",
      body: "1. One.\n2. Two.\n\n## B\n\n3. Three.",
      paragraphs: ["1. One.", "2. Two.", "3. Three."],
    },
    {
      rule: "a plain paragraph continues the one above it",
      body: "1. One.\n\nmore of one\n\n2. Two.",
      paragraphs: ["1. One. more of one", "2. Two."],
    },
    {
      rule: "an indented paragraph continues the item that it is in",
      body: "1. One.\n\n   more of one\n\n2. Two.",
      paragraphs: ["1. One. more of one", "2. Two."],
    },
    {
      rule: "items may end in a bracket",
      body: "1) One.\n2) Two.",
      paragraphs: ["1. One.", "2. Two."],
    },
    {
      rule: "an indented list is a sub-list",
      body: "1. One:\n    1. first\n    2. second\n2. Two.",
      paragraphs: ["1. One: (a) first (b) second", "2. Two."],
    },
    {
      rule: "a run that starts again at 1 is a sub-list of the paragraph above it",
      body: "1. One.\n2. Two.\n3. Three.\n4. Four:\n\n1. first\n2. second\n\n5. Five.",
      paragraphs: ["1. One.", "2. Two.", "3. Three.", "4. Four: (a) first (b) second", "5. Five."],
    },
    {
      rule: "a run is told apart item by item where Markdown joins the lists without an empty line",
      body: "1. One.\n2. Two.\n3. Three.\n4. Four:\n1. first\n2. second\n5. Five.",
      paragraphs: ["1. One.", "2. Two.", "3. Three.", "4. Four: (a) first (b) second", "5. Five."],
    },
    {
      rule: "a second run under one paragraph is a second sub-list",
      body: "1. One.\n2. Two.\n3. Three.\n4. Four:\n\n1. first\n2. second\n\nand then:\n\n1. third\n\n5. Five.",
      paragraphs: ["1. One.", "2. Two.", "3. Three.", "4. Four: (a) first (b) second and then: (a) third", "5. Five."],
    },
    {
      rule: "a number that was left out is an error",
      body: "1. One.\n3. Three.",
      raised: ["error typed-number 2"],
    },
    {
      rule: "a number that was typed twice is an error",
      body: "1. One.\n2. Two.\n2. Two again.",
      raised: ["error typed-number 3"],
    },
    {
      rule: "a number that is wrong beyond a heading is an error",
      body: "1. One.\n2. Two.\n\n## B\n\n5. Five.",
      raised: ["error typed-number 6"],
    },
    {
      rule: "one wrong number is one error: those behind it are counted on from it",
      body: "1. One.\n2. Two.\n5. Five.\n6. Six.\n7. Seven.",
      raised: ["error typed-number 3"],
    },
    {
      rule: "a number that is right again behind a wrong one is no error",
      body: "1. One.\n2. Two.\n5. Five.\n4. Four.\n5. Five again.",
      raised: ["error typed-number 3"],
    },
    {
      rule: "a list that starts again at 1 straight under a heading is a series of its own",
      body: "1. One.\n2. Two.\n\n## B\n\n1. One again.\n2. Two again.\n\n## C\n\n3. Three.",
      paragraphs: ["1. One.", "2. Two.", "3. Three."],
    },
    {
      rule: "items that are all typed 1 are an error",
      body: "1. One.\n1. Two.\n1. Three.",
      raised: ["error typed-number-all-ones 2"],
    },
    {
      rule: "an item that could be a paragraph or go on the sub-list is an error",
      body: "1. One.\n2. Two:\n1. first\n2. second\n3. Three or third.",
      raised: ["error typed-number-ambiguous 5"],
    },
    {
      rule: "an item that could be either is an error with empty lines between the lists, too",
      body: "1. One.\n2. Two:\n\n1. first\n2. second\n\n3. Three or third.",
      raised: ["error typed-number-ambiguous 7"],
    },
    {
      rule: "a paragraph after a heading without a number carries none",
      body: "1. One.\n\n## B\n\nNot numbered.\n\n2. Two.",
      paragraphs: ["1. One.", "2. Two."],
    },
    {
      rule: "a paragraph with nothing above it carries no number",
      fields: TYPED,
      body: "Not numbered.\n\n1. One.",
      paragraphs: ["1. One."],
    },
  ])("$rule", check);

  it.each([
    ["1. One.\n3. Three.", "2"],
    ["1. One.\n2. Two.\n\n## B\n\n2. Two.", "3"],
    ["7. Seven.\n\n## B\n\n8. Eight.", "1"],
  ])("an error about %j says that %s was due", (body, due) => {
    const found = compileReport(body, { fields: TYPED }).diagnostics.find(({ rule }) => rule === "typed-number");
    expect(found?.message).toMatch(new RegExp(`\\b${due} (?:is|was) due`));
  });

  it("errors about paragraphs that changed places say together how to number them", () => {
    const { diagnostics } = compileReport("1. One.\n2. Two.\n4. Four.\n3. Three.\n6. Six.");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "paragraph 4 is typed here, but 3 is due",
      "paragraph 3 is typed here, but 4 is due",
      "paragraph 6 is typed here, but 5 is due",
    ]);
  });

  it("an error says what is due behind a wrong number in a passage that is withheld", () => {
    const body = `1. One.\n\n:::exempt{paragraphs=3 public-interest="R"}\n5. Two.\n:::\n\n7. Three.`;
    const { diagnostics } = compileReport(body, { fields: TYPED });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "a number is typed here, but another is due",
      "paragraph 7 is typed here, but 3 is due",
    ]);
  });

  it("decimal numbers are kept as they were typed, whatever the site's own style is", () => {
    const compiled = compileReport("1.1 One.\n\n1.2 Two.\n\n2.1 Three.");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1.1. One.", "1.2. Two.", "2.1. Three."]);
  });

  it("an item that could be either asks for an indented sub-list", () => {
    const { diagnostics } = compileReport("1. One.\n2. Two:\n1. first\n2. second\n3. Three or third.");
    expect(diagnostics[0]?.fix).toMatch(/indent/);
  });
});

describe("without `numbering:`, the text decides", () => {
  it.each<Case>([
    {
      rule: "typed, when the body begins with an ordered list that starts at 1",
      body: "1. One.\n\ncontinues",
      paragraphs: ["1. One. continues"],
    },
    {
      rule: "typed, when the first paragraph or ordered list below headings is an ordered list that starts at 1",
      body: "## A\n\n### B\n\n1. One.\n\ncontinues",
      paragraphs: ["1. One. continues"],
    },
    {
      rule: "typed, when a bullet list stands before that list: a bullet list is neither paragraph nor ordered list",
      body: "- point\n\n1. One.\n\ncontinues",
      paragraphs: ["1. One. continues"],
    },
    {
      rule: "typed, when an unnumbered foreword stands before that list",
      body: ":::unnumbered\nForeword.\n:::\n\n1. One.\n\ncontinues",
      paragraphs: ["1. One. continues"],
    },
    {
      rule: "automatic, when the first list does not start at 1",
      body: "## A\n\n2. Two.\n\nOne.",
      raised: ["warning list-alone 3", "error sub-list-start 3"],
    },
    {
      rule: "automatic, when a paragraph comes first and no list carries on beyond a heading",
      body: "One.\n\n1. first\n2. second\n\nTwo.\n\n3. third",
      paragraphs: ["1. One. (a) first (b) second", "2. Two. (c) third"],
    },
    {
      rule: "typed, when a later list carries on beyond a heading where an earlier one stopped",
      body: "Opening words.\n\n1. One.\n2. Two.\n\n## B\n\n3. Three.",
      paragraphs: ["1. One.", "2. Two.", "3. Three."],
    },
    {
      rule: "automatic, when a list beyond a heading starts with another number than the one that is due",
      body: "One.\n\n1. first\n2. second\n\n## B\n\nTwo.\n\n1. first\n2. second",
      paragraphs: ["1. One. (a) first (b) second", "2. Two. (a) first (b) second"],
    },
    {
      rule: "typed, when `numbering:` says so and the text does not",
      fields: TYPED,
      body: "Opening words.\n\n1. One.\n\ncontinues",
      paragraphs: ["1. One. continues"],
    },
    {
      rule: "automatic, when `numbering:` says so and the text does not",
      fields: AUTOMATIC,
      body: "1. first\n2. second\n\nOne.",
      paragraphs: ["1. One."],
      raised: ["warning list-alone 1"],
    },
    {
      rule: "no numbers at all, when `numbering:` is none",
      fields: "numbering: none",
      body: "One.\n\n1. first\n2. second\n\n## Annex A: B\n\nTwo.",
      paragraphs: [],
    },
  ])("$rule", check);

  it("leaves an ordered list its figures when `numbering:` is none", () => {
    const { page } = compileReport("One.\n\n1. first\n2. second", { fields: "numbering: none" });
    expect(page.all("ol").map(({ attributes }) => attributes.get("class"))).toEqual([undefined]);
    expect(page.all(".sub-list-mark")).toEqual([]);
  });

  it.each([
    [
      "a list at the start below which most paragraphs have no number",
      "1. Purpose\n2. Findings\n\nThe first. It is long.\n\nThe second. It is long.\n\nThe third. It is long.\n\nThe fourth.",
    ],
    [
      "a list of sentences in a text whose first paragraph has no number",
      "Opening words.\n\n1. The first finding. It is long.\n2. The second finding. It is long.\n3. The third finding. It is long.",
    ],
  ])("asks for `numbering:` where both readings make sense: %s", (_, body) => {
    expect(rulesOf(compileReport(body))).toContain("numbering-ambiguous");
    expect(rulesOf(compileReport(body, { fields: AUTOMATIC }))).not.toContain("numbering-ambiguous");
    expect(rulesOf(compileReport(body, { fields: TYPED }))).not.toContain("numbering-ambiguous");
  });
});

describe("what belongs to a numbered paragraph", () => {
  const BLOCKS = [
    ["a bullet list", "- point", "ul"],
    ["a table", "| A | B |\n|---|---|\n| 1 | 2 |", "table"],
    ["a quotation", "> Quoted.", "blockquote"],
    ["code", "```\ncode\n```", "pre"],
    ["indented code", "    code", "pre"],
    ["a figure", "![A map](update/map.png)", "figure"],
  ] as const;
  const context = { attachments: [{ path: "reports/update/map.png", format: "PNG", width: 10, height: 10 }] };

  it.each(BLOCKS)("%s below it, up to the next numbered paragraph", (_, block, tag) => {
    for (const body of [`One.\n\n${block}\n\nTwo.`, `1. One.\n\n<!-- -->\n\n${block}\n\n2. Two.`]) {
      const { page } = compileReport(body, context);
      expect(page.all(".para")).toHaveLength(2);
      let element = page.all(tag)[0]?.parent;
      while (element !== undefined && !hasClass(element, "para")) element = element.parent;
      expect(element?.attributes.get("id")).toBe("para-1");
    }
  });

  it.each(BLOCKS)("not %s below the next heading", (_, block, tag) => {
    const { page } = compileReport(`One.\n\n## B\n\n${block}\n\nTwo.`, context);
    let element = page.all(tag)[0]?.parent;
    while (element !== undefined && !hasClass(element, "para")) element = element.parent;
    expect(element).toBeUndefined();
    expect(page.all(".para")).toHaveLength(2);
  });
});

describe("what is never numbered in the report's own series", () => {
  it.each<Case>([
    {
      rule: "a caption of a table",
      body: "One.\n\nTable: Costs\n\n| A |\n|---|\n| 1 |\n\nTwo.",
      paragraphs: ["1. One. Costs A 1", "2. Two."],
    },
    {
      rule: "a note",
      body: "One.[^1]\n\n[^1]: A note.\n\n    Its second paragraph.\n\nTwo.",
      paragraphs: ["1. One.1", "2. Two."],
    },
    {
      rule: "a quotation",
      body: "One.\n\n> Quoted.\n>\n> Quoted again.\n\nTwo.",
      paragraphs: ["1. One. Quoted. Quoted again.", "2. Two."],
    },
    {
      rule: "anything inside a list",
      body: "One.\n\n- point\n\n  its second paragraph\n\n  ```\n  1. deep\n  ```\n\nTwo.",
      paragraphs: ["1. One. point its second paragraph 1. deep", "2. Two."],
    },
    {
      rule: "a paragraph of an abbreviations section",
      body: "One HSB.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n\nThis sentence stays as it is\n\n## C\n\nTwo.",
      paragraphs: ["1. One HSB.", "2. Two."],
    },
    {
      rule: "a paragraph of an annex, which has a series of its own",
      body: "One.\n\n## Annex A: Budget\n\nOf the annex.\n\nOf the annex, too.\n\n## Annex B: Map\n\nOf the second.",
      paragraphs: ["1. One.", "A1. Of the annex.", "A2. Of the annex, too.", "B1. Of the second."],
    },
  ])("$rule", check);

  it.each([
    ["with an empty line between", "One.\n\nTable: Costs\n\n| A |\n|---|\n| 1 |\n\nTwo."],
    ["without an empty line between", "One.\n\nTable: Costs\n| A |\n|---|\n| 1 |\n\nTwo."],
    ["in typed numbering", "1. One.\n\nTable: Costs\n\n| A |\n|---|\n| 1 |\n\n2. Two."],
    ["in typed numbering without an empty line", "1. One.\n\nTable: Costs\n| A |\n|---|\n| 1 |\n\n2. Two."],
    ["in typed numbering, indented", "1. One.\n\n   Table: Costs\n\n   | A |\n   |---|\n   | 1 |\n\n2. Two."],
  ])("makes `Table: …` directly above a table its caption %s", (_, body) => {
    const { page } = compileReport(body);
    expect(page.all("caption").map((element) => textOf(element))).toEqual(["Costs"]);
    expect(page.paragraphs).toEqual(["1. One. Costs A 1", "2. Two."]);
  });

  it.each([
    "Table: Costs are high.\n\nTwo.",
    "Table: Costs.\n\nTwo.\n\n| A |\n|---|\n| 1 |",
    "Tables: Costs.\n\n| A |\n|---|\n| 1 |",
  ])("numbers a paragraph that is no caption: %j", (body) => {
    const { page } = compileReport(body);
    expect(page.all("caption")).toEqual([]);
    expect(page.paragraphs[0]).toMatch(/^1\. Tables?: Costs/);
  });

  it.each(["One.\n\n![A map](update/map.png)\n\nTwo.", "1. One.\n\n![A map](update/map.png)\n\n2. Two."])(
    "does not number a figure: %j",
    (body) => {
      const { page } = compileReport(body, {
        attachments: [{ path: "reports/update/map.png", format: "PNG", width: 10, height: 10 }],
      });
      expect(page.paragraphs).toEqual(["1. One.", "2. Two."]);
      expect(page.all("figure")).toHaveLength(1);
    },
  );

  it("numbers a paragraph that holds more than an image", () => {
    const { page } = compileReport("One.\n\n![A map](update/map.png) shows the ward.", {
      attachments: [{ path: "reports/update/map.png", format: "PNG", width: 10, height: 10 }],
    });
    expect(page.paragraphs).toEqual(["1. One.", "2. shows the ward."]);
  });
});

describe(":::unnumbered", () => {
  it.each<Case>([
    {
      rule: "below a numbered paragraph its paragraphs continue it",
      body: "One.\n\n:::unnumbered\nMore.\n\nStill more.\n:::\n\nTwo.",
      paragraphs: ["1. One. More. Still more.", "2. Two."],
    },
    {
      rule: "under a heading its paragraphs carry no number, and there is no warning",
      body: "## A\n\n:::unnumbered\nForeword.\n:::\n\nOne.",
      paragraphs: ["1. One."],
    },
    {
      rule: "in typed numbering its lists are no paragraphs",
      body: "1. One.\n\n:::unnumbered\n1. first\n2. second\n:::\n\n2. Two.",
      paragraphs: ["1. One. (a) first (b) second", "2. Two."],
    },
    {
      rule: "its numbers are no typed numbers",
      body: "One.\n\n:::unnumbered\n(a) as it was typed\n:::\n\nTwo.",
      paragraphs: ["1. One. (a) as it was typed", "2. Two."],
    },
  ])("$rule", check);

  it("has the markup of a typed continuation", () => {
    const automatic = compileReport("One.\n\n:::unnumbered\nMore.\n:::\n\nTwo.");
    const typed = compileReport("1. One.\n\nMore.\n\n2. Two.");
    expect(automatic.html).toBe(typed.html);
    expect(automatic.html).toContain("More.");
  });

  it("stands outside every numbered paragraph under a heading", () => {
    const { page } = compileReport("One.\n\n## B\n\n:::unnumbered\nForeword.\n:::\n\nTwo.");
    const paragraph = page.all("p").find((element) => textOf(element) === "Foreword.");
    expect(paragraph?.parent?.tag).toBe("");
  });
});

describe("annexes have series of their own", () => {
  const annexed = (text: string, body = "See Annex A.") =>
    compileReport(body, {
      fields: "annexes:\n  - title: Budget\n    file: update/budget.md",
      texts: { "reports/update/budget.md": text },
    });

  it("numbers a Markdown annex A1, A2 … in automatic writing", () => {
    const compiled = annexed("First.\n\n## Costs\n\nSecond.");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See Annex A.", "A1. First.", "A2. Second."]);
    expect(compiled.page.byId("para-A2")).toBeDefined();
  });

  it("numbers a Markdown annex A1, A2 … in typed writing, whatever the report's own writing is", () => {
    const compiled = annexed("1. First.\n\ncontinues\n\n2. Second.");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See Annex A.", "A1. First. continues", "A2. Second."]);
  });

  it("says where in the annex's file a number is wrong", () => {
    const [found] = annexed("1. First.\n3. Third.").diagnostics;
    expect(found).toMatchObject({ rule: "typed-number", place: { path: "reports/update/budget.md", line: 2 } });
    expect(found?.message).toContain("A2 is due");
  });

  it("numbers an annex in a typed report by the numbers that were typed in it, from 1", () => {
    const compiled = compileReport("1. See Annex A.\n2. Two.\n\n## Annex A: B\n\n1. First.\n2. Second.");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See Annex A.", "2. Two.", "A1. First.", "A2. Second."]);
  });

  it("takes each annex from 1 and goes on with the report's own numbers behind them", () => {
    const compiled = compileReport(
      "See Annexes A and B.\n\n## Annex A: B\n\nx\n\n## Annex B: C\n\ny\n\n## Conclusion\n\nTwo.",
    );
    expect(compiled.page.paragraphs).toEqual(["1. See Annexes A and B.", "A1. x", "B1. y", "2. Two."]);
  });
});

describe("an appendix whose letter is a figure", () => {
  it("has numbers that no paragraph of the report's own can be taken for", () => {
    const body = `${Array.from({ length: 13 }, (_, n) => `Text ${n}.`).join("\n\n")}\n\n## Appendix 1: X\n\nFirst.\n\nSecond.\n\nThird.`;
    const numbers = compileReport(body).report?.paragraphs.map(({ number }) => number) ?? [];
    expect(numbers).toHaveLength(16);
    expect(new Set(numbers).size).toBe(16);
  });
});

describe("the decimal style", () => {
  const decimal = (body: string, fields = "") =>
    compileReport(body, { settings: "council: Aldermere\nnumbering-style: decimal\n", fields });

  it("numbers 1.1, 1.2 under the first heading and 2.1 under the second", () => {
    const compiled = decimal("## A\n\nOne.\n\nTwo.\n\n### Within\n\nThree.\n\n## B\n\nFour.");
    expect(compiled.page.paragraphs).toEqual(["1.1. One.", "1.2. Two.", "1.3. Three.", "2.1. Four."]);
    expect(compiled.page.byId("para-2.1")).toBeDefined();
    expect(rulesOf(compiled)).toEqual([]);
  });

  it("numbers annexes A1, A2 … and counts neither them nor the abbreviations", () => {
    const compiled = decimal(
      "## A\n\nSee Annex A.\n\n## Annex A: X\n\nFirst.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n\n## B\n\nTwo.",
    );
    expect(compiled.page.paragraphs.map((text) => text.split(" ")[0]?.replace(/\.$/, ""))).toEqual([
      "1.1",
      "A1",
      "2.1",
    ]);
  });

  it("takes numbers that were typed 1.1, 1.2 where they are due", () => {
    const compiled = decimal("## A\n\n1.1 The purpose.\n\n1.2 The scope.\n\n## B\n\n2.1 The findings.", TYPED);
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs.map((text) => text.replace(/^(\S+?)\.? /, "$1 "))).toEqual([
      "1.1 The purpose.",
      "1.2 The scope.",
      "2.1 The findings.",
    ]);
  });

  it("says which decimal number is due", () => {
    const compiled = decimal("## A\n\n1.1 The purpose.\n\n1.3 The scope.", TYPED);
    expect(compiled.diagnostics.map(({ rule }) => rule)).toEqual(["typed-number"]);
    expect(compiled.diagnostics[0]?.message).toContain("1.2 is due");
  });
});

describe("permalinks", () => {
  it("makes paragraph 14 #para-14 and a heading its slug", () => {
    const { page, report } = compileReport(
      `## Next steps, and costs\n\n${Array.from({ length: 14 }, (_, n) => `Text ${n}.`).join("\n\n")}`,
    );
    expect(page.byId("para-14")?.attributes.get("class")).toBe("para");
    expect(page.byId("next-steps-and-costs")?.tag).toBe("h2");
    expect(report?.fragments).toContain("para-14");
  });

  it("lists the same numbers as data as on the page", () => {
    const { report } = compileReport("One.\n\nTwo. {#second}\n\n## Annex A: X\n\nThree.");
    expect(report?.paragraphs).toEqual([
      { number: "1", id: "para-1", label: undefined },
      { number: "2", id: "para-2", label: "second" },
      { number: "A1", id: "para-A1", label: undefined },
    ]);
  });
});
