import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { Page, textOf } from "../compiled-report.ts";

const SECRET = /Qx\w*z/;

/** The numbers, letters and addresses of a report in an edition, and what the edition says in place of passages. */
function marksOf(body: string, edition: "public" | "members", fields: Readonly<Record<string, string>>) {
  const content = {
    texts: sealedTexts({ "reports/a.md": reportOf(fields, body) }),
    attachments: new Map(),
    settings: undefined,
    others: [],
    findings: [],
  };
  const { site, diagnostics } = checkContent(content, { edition, pdf: false });
  const report = site.reports[0];
  const page = new Page(report?.bodyHtml ?? "");
  const marks = page.elements.flatMap((element) => {
    const name = element.attributes.get("class");
    if (name !== "sub-list-mark" && name !== "para-number") return [];
    const address = element.parent?.attributes.get("id") ?? "";
    return [`${textOf(element, ["visually-hidden"])} ${address}`.trim()];
  });
  return { marks, page, errors: diagnostics.filter(({ severity }) => severity === "error"), report };
}

const CASES: readonly (readonly [string, string, readonly string[], Readonly<Record<string, string>>?])[] = [
  [
    "letters of sub-paragraphs",
    "1. One:\n\n(a) ash;\n\n:::exempt\n(b) Qxz;\n:::\n\n(c) elm.\n\n2. Two.",
    ["1. para-1", "(a)", "(c)", "2. para-2"],
  ],
  [
    "letters in an automatic report",
    "One:\n\n(a) ash;\n\n:::exempt\n(b) Qxz;\n\n(i) Qxz;\n:::\n\n(c) elm.\n\nTwo.",
    ["1. para-1", "(a)", "(c)", "2. para-2"],
  ],
  [
    "a series of its own",
    "## A\n\n1. One.\n\n## Reasons\n\n1. ash\n\n:::exempt\n2. Qxz\n:::\n\n3. elm\n\n## B\n\n2. Two.",
    ["1. para-1", "1. reasons-1", "3. reasons-3", "2. para-2"],
  ],
  [
    "a third level",
    "## 1. A\n\n1.1 One.\n\n1.1.1 Two.\n\n:::exempt\n1.1.2 Qxz.\n:::\n\n1.1.3 Three.\n\n1.2 Four.",
    ["1.1. para-1.1", "1.1.1. para-1.1.1", "1.1.3. para-1.1.3", "1.2. para-1.2"],
  ],
  [
    "sections by their headings' numbers",
    "## 1. A\n\n1.1 One.\n\n:::exempt\n## 2. Qxz\n\n2.1 Qxz.\n:::\n\n## 3. B\n\n3.1 Three.",
    ["1.1. para-1.1", "3.1. para-3.1"],
  ],
  [
    "sections whose headings have no numbers, beside one that is hidden",
    "## 1 A\n\nOne.\n\n## B\n\nTwo.\n\n:::exempt\n## 3 Qxz\n\nQxz.\n:::\n\n## 4 C\n\nFour.",
    ["1.1. para-1.1", "2.1. para-2.1", "4.1. para-4.1"],
    { "numbering-style": "decimal", numbering: "automatic" },
  ],
  [
    "numbers that come twice",
    "## A\n\n4. One.\n\n:::exempt\n4. Qxz.\n:::\n\n## B\n\n4. Three.",
    ["4. para-4", "4. para-4-3"],
    { numbering: "as-published" },
  ],
  [
    "lines in bold that stand for headings",
    "**A**\n\n1. One.\n\n:::exempt\n**Qxz**\n\n2. Qxz.\n:::\n\n**B**\n\n3. Three.",
    ["1. para-1", "3. para-3"],
  ],
];

describe("typed numbers and letters go on beyond a passage that is withheld", () => {
  const cases = CASES.map(([name, body, expected, fields = {}]) => ({ name, body, expected, fields }));
  it.each(cases)("$name", ({ body, expected, fields }) => {
    const open = marksOf(body, "public", fields);
    expect(open.errors).toEqual([]);
    expect(open.marks).toEqual(expected);
    expect(open.page.text).not.toMatch(SECRET);
    expect(open.page.text).toMatch(/not for publication/);
    const members = marksOf(body, "members", fields);
    expect(members.marks.filter((mark) => expected.includes(mark))).toEqual(expected);
    expect(members.report?.paragraphs).toEqual(open.report?.paragraphs);
  });

  it("links to an item that is hidden lead nowhere, and their words stay", () => {
    const body = "## A\n\n1. See [the reason](#reasons-2).\n\n## Reasons\n\n1. ash\n\n:::exempt\n2. Qxz\n:::\n\n3. elm";
    const { page, errors } = marksOf(body, "public", {});
    expect(errors).toEqual([]);
    expect(page.text).toContain("See the reason.");
    expect(page.all("a").map((link) => link.attributes.get("href"))).not.toContain("#reasons-2");
  });

  it.each([
    "## 1. A\n\n1.1 One:\n\n    (a) x\n\n    :::exempt{paragraphs=3}\n    (b) Qxz\n    :::\n\n    (c) y",
    "## 1. A\n\n1.1 One:\n\n    (a) x\n    :::exempt{paragraphs=3}\n    (b) Qxz\n    :::\n    (c) y",
    "1. One:\n\n\t(a) x\n\n\t:::exempt\n\t(b) Qxz\n\t:::",
  ])("lines of colons that are indented among sub-paragraphs are an error, and nothing is published: %j", (body) => {
    const { errors, report } = marksOf(body, "public", {});
    expect(errors.map(({ rule }) => rule)).toContain("block-fence");
    expect(JSON.stringify(errors)).not.toMatch(SECRET);
    expect(report).toBeUndefined();
  });

  it("sub-paragraphs that are indented within a passage and behind it are read alike in both editions", () => {
    const body = "## 1. A\n\n1.1 One:\n\n:::exempt{paragraphs=3}\n    (a) Qxz\n:::\n\n    (b) elm";
    expect(marksOf(body, "public", {}).marks).toEqual(["1.1. para-1.1", "(b)"]);
    expect(marksOf(body, "members", {}).marks).toEqual(["1.1. para-1.1", "(a)", "(b)"]);
  });
});
