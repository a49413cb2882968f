import { describe, expect, it } from "vitest";
import { compileReport, rulesOf } from "../compiled-report.ts";

describe("a number that would be lost is an error", () => {
  it.each([
    ["a year at the start of a paragraph", "The first was in\n\n2018. The second was in\n\n2019. Both were good."],
    ["a year in a bullet", "One.\n\n- 2018. Report"],
    ["a number in a quotation", "One.\n\n> 3. quoted three"],
    ["a number in a note", "One.[^1]\n\n[^1]: 5. note five"],
  ])("%s", (_name, body) => {
    expect(rulesOf(compileReport(body, { fields: "numbering: automatic" }), "error")).toContain("sub-list-start");
  });

  it("but a backslash keeps it, and a sub-list may go on beyond a table", () => {
    const kept = compileReport("The first was in\n\n2018\\. The second.");
    expect(rulesOf(kept)).toEqual([]);
    expect(kept.page.text).toContain("2018. The second.");
    expect(rulesOf(compileReport("One.\n\n1. a\n2. b\n\n| T |\n|---|\n| x |\n\n3. c"))).toEqual([]);
  });

  it("a label alone makes no empty paragraph", () => {
    expect(rulesOf(compileReport("One.\n\n{#lab}\n\nTwo."), "error")).toEqual(["paragraph-empty"]);
  });
});

describe("a line that states confidentiality is refused", () => {
  it.each([
    "confidential: Yes",
    "Confidential Yes/No: Yes",
    "confidental: Yes",
    "Confidential – Yes",
    "Status: Confidential",
    "Exempt: Yes",
    "| Confidential | Yes |",
    "**NOT FOR PUBLICATION** by virtue of paragraph 3 of Part 1 of Schedule 12A",
    "Not for publication",
    "confidential: {paragraphs: [3]}",
    "confidential:",
  ])("%s", (line) => {
    const table = line.startsWith("|") ? `| A | B |\n|---|---|\n${line}` : line;
    expect(rulesOf(compileReport(`One.\n\n${table}\n\nTwo.`), "error")).toContain("confidential-in-body");
  });

  it.each([
    "Confidential: No",
    "Confidential Yes/No: No",
    "Exempt: No",
    "Confidentiality: all young people were anonymised.",
    "- Confidential: kept by the lead officer",
    "The annex is not for publication.",
    "Status: complete",
    "Publication: yes",
    "Exempt accommodation is a term of housing law.",
  ])("and one that only speaks of it is not: %s", (line) => {
    expect(rulesOf(compileReport(`One.\n\n${line}`), "error")).toEqual([]);
  });
});

describe("annexes", () => {
  it("with a public title and no flag are refused, because the flag was forgotten", () => {
    const fields = "annexes:\n  - {title: Contract with Zebra Ltd, public-title: Contract price, file: update/p.csv}";
    expect(rulesOf(compileReport("See Annex A.", { fields }), "error")).toContain("frontmatter-field-value");
  });

  it.each([
    "## Schedule of works",
    "## Exempt accommodation",
    "## Confidential reporting",
    "A schedule follows:",
    "The prices are:",
  ])("that are withheld leave ordinary headings alone: %s", (heading) => {
    const fields = "annexes:\n  - {title: Prices, confidential: {paragraphs: [3]}}";
    expect(rulesOf(compileReport(`See Annex A.\n\n${heading}\n\nWords.`, { fields }), "error")).toEqual([]);
  });

  it("may not have their text under their public title", () => {
    const fields =
      "annexes:\n  - {title: Sale to Zebra Ltd, public-title: Land disposal, confidential: {paragraphs: [3]}}";
    const compiled = compileReport("See Annex A.\n\n## Land disposal\n\nWords.", { fields });
    expect(rulesOf(compiled, "error")).toEqual(["annex-withheld-text"]);
  });
});
