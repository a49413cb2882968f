import { describe, expect, it } from "vitest";
import { compileReport, rulesOf, textOf } from "../compiled-report.ts";

describe("headings", () => {
  it.each([
    ["Introduction", "introduction"],
    ["Next steps, and costs", "next-steps-and-costs"],
    ["What's next?", "whats-next"],
    ["*Working Together* 2018", "working-together-2018"],
    ["Crèche fees", "crèche-fees"],
  ])("%s has the slug %s", (words, id) => {
    const { page } = compileReport(`## ${words}\n\nOne.`);
    expect(page.all("h2").map(({ attributes }) => attributes.get("id"))).toEqual([id]);
  });

  it("that are alike have different slugs", () => {
    const { page } = compileReport("## Costs\n\nOne.\n\n## Costs\n\nTwo.\n\n### Costs\n\nThree.");
    const ids = page.elements.flatMap(({ tag, attributes }) => (/^h[23]$/.test(tag) ? [attributes.get("id")] : []));
    expect(ids).toEqual(["costs", "costs-1", "costs-2"]);
  });

  it.each([
    "Para 14",
    "Para-14",
    "Para 1",
    "Contents",
    "Abbr HSB",
    "Annex-B",
    "Fn 1",
    "Top",
    "Main",
    "Annexes",
    "Facts",
  ])("never clash with paragraphs or with the page's own parts: %s", (words) => {
    const compiled = compileReport(
      `## ${words}\n\nHarmful Sexual Behaviour (HSB).[^1] See Annexes A and B.\n\n## Annex A: X\n\ny\n\n## Annex B: X\n\nz\n\n[^1]: Note.`,
    );
    const ids = compiled.page.elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(compiled.report).toBeDefined();
    expect(new Set(ids).size).toBe(ids.length);
    expect([
      "para-1",
      "contents",
      "abbr-hsb",
      "annex-B",
      "fn-1",
      "fnref-1",
      "top",
      "main",
      "annexes",
      "facts",
    ]).not.toContain(compiled.page.all("h2")[0]?.attributes.get("id"));
  });

  it("of an annex without a title have another id than their sections", () => {
    const { page, report } = compileReport("One. See Annex 1.\n\n## Annex 1\n\nTwo.");
    expect(report).toBeDefined();
    expect(page.byId("annex-1")?.tag).toBe("section");
  });

  it.each(["?", "—", "***"])("of marks alone still have an id: %s", (words) => {
    const { page } = compileReport(`## ${words === "***" ? "…" : words}\n\nOne.`);
    expect(page.all("h2")[0]?.attributes.get("id")).toMatch(/\S/);
  });

  it("carry no number of their own in the continuous style", () => {
    const { page } = compileReport("## Introduction\n\nOne.\n\n## Findings\n\nTwo.");
    expect(page.all("h2").map((element) => textOf(element))).toEqual(["Introduction", "Findings"]);
  });

  it("make the contents, those of the third level within those of the second", () => {
    const { report } = compileReport("## A\n\nOne.\n\n### B\n\nTwo.\n\n#### C\n\nThree.\n\n## D\n\nFour.");
    expect(report?.contents).toEqual([
      { id: "a", text: "A", children: [{ id: "b", text: "B", children: [] }] },
      { id: "d", text: "D", children: [] },
    ]);
  });

  it("of the first level are an error, and so is a level that is skipped", () => {
    expect(rulesOf(compileReport("# A\n\nOne."))).toEqual(["heading-level-one"]);
    expect(rulesOf(compileReport("## A\n\n#### B\n\nOne."))).toEqual(["heading-level-skipped"]);
    expect(rulesOf(compileReport("### A\n\nOne."))).toEqual(["heading-level-skipped"]);
  });

  it("show an abbreviation plain, and so do the contents", () => {
    const { page, report } = compileReport("Harmful Sexual Behaviour (HSB).\n\n## HSB audit\n\nThe HSB audit.");
    expect(page.all("h2")[0]?.children).toEqual(["HSB audit"]);
    expect(report?.contents[0]?.text).toBe("HSB audit");
  });
});
