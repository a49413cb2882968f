import { describe, expect, it } from "vitest";
import { letteredMark } from "../../src/report/numbering/sub-lists.ts";
import { compileReport, rulesOf, textOf } from "../compiled-report.ts";

function marks(body: string, fields = ""): readonly string[] {
  return compileReport(body, { fields })
    .page.all(".sub-list-mark")
    .map((element) => textOf(element));
}

describe("the marks of sub-lists", () => {
  it.each([
    [1, 1, "(a)"],
    [2, 1, "(b)"],
    [26, 1, "(z)"],
    [27, 1, "(aa)"],
    [28, 1, "(ab)"],
    [52, 1, "(az)"],
    [53, 1, "(ba)"],
    [1, 2, "(i)"],
    [2, 2, "(ii)"],
    [4, 2, "(iv)"],
    [9, 2, "(ix)"],
    [14, 2, "(xiv)"],
    [40, 2, "(xl)"],
  ])("item %i at depth %i is %s", (position, depth, mark) => {
    expect(letteredMark(position, depth)).toBe(mark);
  });

  it("are (a) … (z), (aa) in a long sub-list", () => {
    const items = Array.from({ length: 28 }, (_, n) => `${n + 1}. item`).join("\n");
    const found = marks(`The items are:\n\n${items}`);
    expect(found).toHaveLength(28);
    expect(found.slice(0, 2)).toEqual(["(a)", "(b)"]);
    expect(found.slice(25)).toEqual(["(z)", "(aa)", "(ab)"]);
  });

  it.each([
    ["automatic", "Items:\n\n1. first\n    1. deep\n    2. deeper\n2. second"],
    ["typed, indented", "1. Items:\n    1. first\n        1. deep\n        2. deeper\n    2. second\n2. Two."],
    [
      "typed, at the margin",
      "1. One.\n2. Two.\n3. Three.\n4. Items:\n\n1. first\n    1. deep\n    2. deeper\n2. second\n\n5. Five.",
    ],
  ])("are (a), and (i) within (a): %s", (_, body) => {
    expect(marks(body)).toEqual(["(a)", "(i)", "(ii)", "(b)"]);
  });

  it("are (a) for a numbered list within bullets", () => {
    expect(marks("One:\n\n- point\n\n    1. first\n    2. second")).toEqual(["(a)", "(b)"]);
  });

  it.each([
    ["in a quotation", "One.\n\n> 1. first\n> 2. second"],
    ["in a note", "One.[^1]\n\n[^1]: Note\n\n    1. first\n    2. second"],
    ["in an annex", "See Annex A.\n\n## Annex A: B\n\nItems:\n\n1. first\n2. second"],
    ["in an unnumbered block", "One.\n\n:::unnumbered\n1. first\n2. second\n:::"],
  ])("are letters, which nobody takes for paragraphs, %s too", (_, body) => {
    expect(marks(body)).toEqual(["(a)", "(b)"]);
  });

  it.each([
    ["0", "Items:\n\n0. first\n1. second"],
    ["a year", "Items:\n\n2018. first\n2019. second"],
  ])("are letters of the alphabet where the list is typed from %s, or an error says why not", (_, body) => {
    const compiled = compileReport(body);
    if (rulesOf(compiled, "error").length > 0) return;
    for (const mark of marks(body)) expect(mark).toMatch(/^\([a-z]+\)$/);
  });

  it("are real text in the page", () => {
    expect(compileReport("Items:\n\n1. first\n2. second").page.text).toContain("(a) first (b) second");
  });

  it("stand in an ordered list that shows no figures of its own", () => {
    const { page } = compileReport("Items:\n\n1. first\n2. second");
    const [list] = page.all("ol");
    expect(list?.attributes.get("class")).toBe("sub-list");
    expect(list?.children.filter((child) => typeof child !== "string").map(({ tag }) => tag)).toEqual(["li", "li"]);
  });
});

describe("the numbers typed in sub-lists", () => {
  it.each(["Items:\n\n1. first\n2. second\n4. fourth", "1. Items:\n    1. first\n    3. third"])(
    "give a warning where they do not follow each other, for the page's letters do: %j",
    (body) => {
      expect(rulesOf(compileReport(body))).toEqual(["sub-list-number"]);
    },
  );

  it("may all be 1", () => {
    const compiled = compileReport("Items:\n\n1. first\n1. second");
    expect(rulesOf(compiled)).toEqual([]);
    expect(compiled.page.all(".sub-list-mark").map((element) => textOf(element))).toEqual(["(a)", "(b)"]);
  });
});
