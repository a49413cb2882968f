import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, rulesOf } from "../compiled-report.ts";

const TYPED = "numbering: typed";
const AUTOMATIC = "numbering: automatic";

describe("a number typed at the start of a top-level paragraph", () => {
  it.each([
    "1.1 The purpose of this report is to inform members.",
    "1.1. The purpose of this report is to inform members.",
    "2.3.4 The purpose of this report is to inform members.",
    "A1. The purpose of this report is to inform members.",
    "**14.** The purpose of this report is to inform members.",
    "**14** The purpose of this report is to inform members.",
    "**14. The purpose** of this report is to inform members.",
    "**1.1** The purpose of this report is to inform members.",
    "**A2.** The purpose of this report is to inform members.",
    "__14.__ The purpose of this report is to inform members.",
  ])("is an error in automatic mode: %s", (line) => {
    expect(findingsOf(compileReport(`Opening words.\n\n${line}`, { fields: AUTOMATIC }), AUTOMATIC)).toEqual([
      "error typed-number-stray 3",
    ]);
  });

  it.each([
    "3.1 The purpose of this report is to inform members.",
    "A1. The purpose of this report is to inform members.",
    "**14.** The purpose of this report is to inform members.",
    "**3** The purpose of this report is to inform members.",
    "**3. The purpose** of this report is to inform members.",
  ])("is an error in typed mode where another number is due: %s", (line) => {
    const compiled = compileReport(`1. One.\n\n${line}`, { fields: TYPED });
    expect(findingsOf(compiled, TYPED)).toEqual(["error typed-number 3"]);
    expect(compiled.diagnostics[0]?.message).toContain("2 is due");
  });

  it.each([
    ["**2.** Two.", "2. Two."],
    ["**2** Two.", "2. Two."],
    ["**2. Two** words.", "2. Two words."],
    ["**2)** Two.", "2. Two."],
    ["**2.** *Two* words.", "2. Two words."],
  ])("is taken off in typed mode where it is the one that is due: %s", (line, paragraph) => {
    const compiled = compileReport(`1. One.\n\n${line}\n\n3. Three.`, { fields: TYPED });
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. One.", paragraph, "3. Three."]);
  });

  it("is compared with the annex's own series", () => {
    const compiled = compileReport("1. See Annex A.\n\n## Annex A: B\n\nA1. First.\n\nA2. Second.", { fields: TYPED });
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. See Annex A.", "A1. First.", "A2. Second."]);
  });

  it("is an error in an annex where another one is due", () => {
    const compiled = compileReport("1. See Annex A.\n\n## Annex A: B\n\nA1. First.\n\nA3. Third.", { fields: TYPED });
    expect(compiled.diagnostics.map(({ rule, message }) => [rule, /A2 is due/.test(message)])).toEqual([
      ["typed-number", true],
    ]);
  });

  it.each([
    "2018 was a year of change.",
    "3.5 million pounds was spent.",
    "10.30am is the time of the meeting.",
    "14 residents spoke at the meeting.",
    "A1 roads are maintained by the agency.",
    "(see the notes of the meeting)",
    "(2018) was the first year.",
    "£1.2 million was spent.",
    "**Recommendation 4.** The committee agrees.",
    "**2018** was the year in which the work began.",
    "*14* residents spoke.",
    "12% of pupils were absent.",
    "S106 money was spent.",
    "24 March 2019 is the date of the report.",
    "1.4 tonnes of grit were spread.",
    "A-level results improved.",
    "I. Newton spoke for the residents.",
  ])("is not seen where an ordinary sentence begins with figures or brackets: %s", (line) => {
    const compiled = compileReport(`Opening words.\n\n${line}`, { fields: AUTOMATIC });
    expect(rulesOf(compiled).filter((rule) => rule.startsWith("typed"))).toEqual([]);
    expect(compiled.page.paragraphs).toHaveLength(2);
  });

  it("is text where a backslash stands before its full stop", () => {
    const compiled = compileReport("14\\. The purpose.", { fields: AUTOMATIC });
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toEqual(["1. 14. The purpose."]);
  });
});

describe("a numbered line that Markdown swallows", () => {
  it.each([
    ["a continuation, the number due", "1. One.\n2. Two.\n\ncontinues here\n3. Three.", 5],
    ["a paragraph in automatic mode, the number due", "One.\n2. Two.", 2],
    [
      "a continuation, carrying on the list of an annex",
      "1. See Annex A.\n\n## Annex A: B\n\n1. x\n\ncontinues\n2. y",
      8,
    ],
    ["a paragraph, carrying on a sub-list", "One:\n\n1. first\n2. second\n\nTwo goes on\n3. third", 7],
    ["a caption, the number due", "1. One.\n2. Two.\n\nTable: Costs\n3. Three.", 5],
    ["an unnumbered block, the number due", "1. One.\n2. Two.\n\n:::unnumbered\ncontinues\n3. Three.\n:::", 6],
    ["an item's own second line, the number due", "1. One.\n2. Two.\n\n   continues\n   3. Three.", 5],
  ])("is an error at that line: %s", (_, body, line) => {
    expect(findingsOf(compileReport(body))).toContain(`error typed-number-swallowed ${line}`);
  });

  it.each([
    ["a year in a wrapped line", "1. The review began in\n   2018. The review ended later."],
    ["a year in automatic mode", "The review began in\n2018. The review ended later."],
    ["a number that is not due", "1. One.\n2. There are several points, of which\n   7. is the last."],
  ])("is a hint: %s", (_, body) => {
    const compiled = compileReport(body);
    expect(compiled.diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(["hint number-in-line"]);
    expect(compiled.report).toBeDefined();
  });

  it.each(["The cost is\n3.5 million pounds.", "The meeting is at\n10.30 in the morning.", "The vote was\n12 to 3."])(
    "is nothing where the line does not begin as an item does: %j",
    (body) => {
      expect(rulesOf(compileReport(body))).toEqual([]);
    },
  );
});

describe("a numbered line straight below another block", () => {
  it.each([
    ["a bullet", "1. One.\n2. Two:\n\n- point\n3. Three."],
    ["a bullet of an item", "1. One.\n2. Two:\n   - point\n3. Three."],
    ["a sub-list", "1. One.\n2. Two:\n    1. first\n    2. second\n3. Three."],
    ["a quotation", "1. One.\n2. Two.\n\n> Quoted.\n3. Three."],
    ["a note", "1. One.[^1]\n2. Two.\n\n[^1]: A note.\n3. Three."],
    ["a table", "1. One.\n2. Two:\n\n| A |\n|---|\n| 1 |\n3. Three."],
    ["code", "1. One.\n2. Two:\n\n```\ncode\n```\n3. Three."],
    ["a heading", "1. One.\n2. Two.\n\n## B\n3. Three."],
    ["an unnumbered block", "1. One.\n2. Two.\n\n:::unnumbered\nx\n:::\n3. Three."],
  ])("is its own paragraph: %s", (_, body) => {
    const compiled = compileReport(body);
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.paragraphs).toHaveLength(3);
    expect(compiled.page.paragraphs[2]).toBe("3. Three.");
  });
});

describe("a typed number that Markdown does not read as an item", () => {
  it.each([
    ["behind indented code", "1. One.\n\n<!-- -->\n\n    code\n\n2. Two."],
    ["in a heading's shadow", "1. One.\n\nOther\n-----\n2. Two."],
    ["behind a comment", "1. One.\n\n<!-- a comment -->\n2. Two."],
    ["behind a table and an empty line", "1. One.\n\n| A |\n|---|\n| 1 |\n\n2. Two."],
    ["behind fenced code", "1. One.\n\n```\ncode\n```\n2. Two."],
    ["behind a rule", "1. One.\n\n***\n2. Two."],
  ])("is a paragraph all the same, or an error: %s", (_, body) => {
    const compiled = compileReport(body);
    const isError = rulesOf(compiled, "error").some((rule) => rule.startsWith("typed-number"));
    expect(isError || compiled.page.all(".para").length === 2).toBe(true);
  });

  it.each(["1. One.\n\n2.Two.", "1. One.\n\n 2.  Two.", "1. One.\n\n2.\tTwo."])(
    "is never shown as text beside the real number: %j",
    (body) => {
      const compiled = compileReport(body);
      const isError = rulesOf(compiled, "error").some((rule) => rule.startsWith("typed-number"));
      expect(isError || compiled.page.paragraphs[1] === "2. Two.").toBe(true);
    },
  );
});

it.each([["a year that Markdown reads as an item", "1. One.\n2. In the year\n2018. The review.\n3. Three.", "2018"]])(
  "a number that is far from the one due leaves that one due: %s",
  (_name, body, typed) => {
    const compiled = compileReport(body, { fields: TYPED });
    expect(compiled.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
      expect.stringContaining(typed),
    ]);
  },
);
