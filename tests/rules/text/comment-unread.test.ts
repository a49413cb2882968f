import { describe, expect, it } from "vitest";
import { compileFile, reportOf } from "../../compile-text.ts";

const published = (body: string) => {
  const compiled = compileFile(reportOf({}, `${body}\n`));
  return {
    report: JSON.stringify(compiled.report ?? ""),
    rules: compiled.diagnostics.map(({ rule }) => rule),
    shown: JSON.stringify(compiled.diagnostics),
  };
};

describe("what an author means as a comment is published nowhere", () => {
  it.each([
    ["on a line of its own", "Words.\n\n<!-- Qxcommentz -->\n\nMore."],
    ["over several lines", "Words.\n\n<!--\nQxcommentz\n\nQxcommentz\n-->\n\nMore."],
    ["within a paragraph", "Words <!-- Qxcommentz --> more."],
    ["within a paragraph, over two lines", "Words <!-- Qxcommentz\nQxcommentz --> more."],
    ["in a cell", "| A |\n|---|\n| b <!-- Qxcommentz --> |"],
  ])("and is accepted %s", (_name, body) => {
    const { report, rules } = published(body);
    expect(rules).toEqual([]);
    expect(report).not.toBe('""');
    expect(report).not.toMatch(/Qx\w+z/);
  });

  it.each([
    ["with an empty line in a paragraph", "Words <!-- Qxcommentz\n\nQxcommentz more --> end."],
    ["over two items", "- item <!-- Qxcommentz\n- Qxcommentz more -->"],
    ["over a line of definitions", "Words <!--\n*[HSB]: Qxcommentz Behaviour\nQxcommentz --> HSB."],
    ["over two rows", "| a | b |\n|---|---|\n| c <!-- z | d |\n| Qxcommentz --> | e |"],
    ["in a definition", "Words HSB.\n\n*[HSB]: Harmful <!-- Qxcommentz --> Behaviour"],
    ["in the title of a link", 'See [r].\n\n[r]: https://a.example/ "<!-- Qxcommentz -->"'],
    ["in the title of an image", '![alt](x.png "<!-- Qxcommentz -->")'],
    ["in indented code", "Words.\n\n    <!-- Qxcommentz -->"],
    ["without its end", "Words.\n\n<!-- Qxcommentz\n\nMore."],
  ])("and is refused %s, without a word of it", (_name, body) => {
    const { report, rules, shown } = published(body);
    expect(rules.some((rule) => rule === "comment-unread" || rule === "raw-html")).toBe(true);
    expect(report).not.toMatch(/Qx\w+z/);
    if (rules.includes("comment-unread")) expect(shown).not.toMatch(/Qx\w+z/);
  });

  it.each(["`<!-- shown -->`", "```\n<!-- shown -->\n```", "An arrow --> is none."])(
    "but code may show the marks: %j",
    (body) => {
      expect(published(`Words.\n\n${body}`).rules).toEqual([]);
    },
  );

  it("and no field of the frontmatter may hold one", () => {
    const compiled = compileFile(reportOf({ summary: '"Words <!-- Qxcommentz -->"' }));
    expect(compiled.diagnostics.map(({ rule }) => rule)).toEqual(["frontmatter-field-value"]);
  });
});

describe("a report with an annex that is withheld", () => {
  const annex = (flag: string) => `[{title: Qxtitlez, public-title: Prices, file: Qxfilez.csv, ${flag}}]`;

  it.each(["confidential: Yes", "confidential: {paragraphs: [3]}", "confidential: perhaps", "confidental: Yes"])(
    "is quoted by no message: %s",
    (flag) => {
      const compiled = compileFile(
        reportOf({ annexes: annex(flag), wards: "[" }, "Words <b>x</b>, ![](Qxfilez.csv).\n"),
      );
      expect(JSON.stringify(compiled.diagnostics)).not.toMatch(/Qx\w+z/);
      expect(compiled.diagnostics.every(({ frame }) => frame === undefined)).toBe(true);
      const sound = compileFile(reportOf({ annexes: annex(flag) }, "Words.\n"));
      expect(JSON.stringify(sound.diagnostics)).not.toMatch(/Qx\w+z/);
      expect(sound.diagnostics.every(({ frame }) => frame === undefined)).toBe(true);
    },
  );
});

describe("a passage that is to be withheld, however it is written", () => {
  it.each([
    "A line :exempt[Qxwordsz]{paragraphs=3} here.",
    "| A |\n|---|\n| :::exempt Qxwordsz |",
    "Words.\n\n    :::exempt\n    Qxwordsz",
    "```\n:::exempt{paragraphs=3}\nQxwordsz\n:::",
    "\\:::exempt\nQxwordsz",
    "**:::exempt** Qxwordsz",
    "：：：exempt\nQxwordsz\n：：：",
  ])("stops the report, and is quoted by no message: %j", (body) => {
    const { report, rules, shown } = published(body);
    expect(rules.some((rule) => rule === "exempt-passage" || rule === "block-fence")).toBe(true);
    expect(report + shown).not.toMatch(/Qx\w+z/);
  });
});
