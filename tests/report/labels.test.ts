import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, firstLine, rulesOf, textOf } from "../compiled-report.ts";

describe("a label at the end of a paragraph's text", () => {
  it.each([
    ["automatic", "One.\n\nTwo. {#review}\n\nSee [](#review)."],
    ["typed", "1. One.\n2. Two. {#review}\n3. See [](#review)."],
    ["typed, without a space before it", "1. One.\n2. Two.{#review}\n3. See [](#review)."],
    ["behind emphasis", "One.\n\n*Two.* {#review}\n\nSee [](#review)."],
    ["on a line of its own", "One.\n\nTwo.\n{#review}\n\nSee [](#review)."],
  ])("works as a fragment beside the paragraph's number, and is not shown: %s", (_, body) => {
    const { page, report, diagnostics } = compileReport(body);
    expect(diagnostics).toEqual([]);
    expect(page.paragraphs).toEqual(["1. One.", "2. Two.", "3. See paragraph 2."]);
    let element = page.byId("review");
    while (element !== undefined && element.attributes.get("id") !== "para-2") element = element.parent;
    expect(element).toBeDefined();
    expect(report?.fragments).toContain("review");
    expect(report?.fragments).toContain("para-2");
  });

  it("stays when the number changes", () => {
    const { page } = compileReport("One.\n\nNew.\n\nTwo. {#review}\n\nSee [](#review).");
    expect(page.paragraphs.at(-1)).toBe("4. See paragraph 3.");
  });

  it("may stand in an annex, whose number the reference then shows", () => {
    const { page, diagnostics } = compileReport("See [](#review).\n\n## Annex A: B\n\nFirst. {#review}");
    expect(diagnostics).toEqual([]);
    expect(page.paragraphs[0]).toBe("1. See paragraph A1.");
  });

  it("never takes the name that a heading then has: the heading gives way", () => {
    const { page } = compileReport("## Review\n\nOne. {#review}\n\nSee [](#review).");
    const link = page.all("a").find((element) => textOf(element) === "paragraph 1");
    expect(link?.attributes.get("href")).toBe("#review");
    expect(page.byId("review")?.tag).not.toBe("h2");
  });

  it.each([
    ["a name twice", "One. {#review}\n\nTwo. {#review}", "error label-twice 3"],
    ["two on one paragraph", "1. One. {#first}\n\n   Still one. {#second}", "error label-twice 3"],
    ["a name that the page itself uses", "One. {#para-3}", "error label-form 1"],
    ["the name of an annex's section", "One. {#annex-a}", "error label-form 1"],
    ["the name of the contents", "One. {#contents}", "error label-form 1"],
    ["a name with capitals", "One. {#Review}", "error label-form 1"],
    ["a name with a space or a mark", "One. {#re.view}", "error label-form 1"],
    ["an empty name", "One. {#}", "error label-form 1"],
    ["a paragraph without a number", "One.\n\n## B\n\n:::unnumbered\nTwo. {#review}\n:::", "error label-form 6"],
    ["a reference to a label that is not there", "See [](#revue).", "error label-missing 1"],
    ["a link with words to a label that is not there", "See [the review](#revue).", "error label-missing 1"],
  ])("is an error at its line: %s", (_, body, raised) => {
    expect(findingsOf(compileReport(body))).toEqual([raised]);
  });

  it.each([
    ["within a paragraph", "Write {#name} after it.", "1:7"],
    ["on the second line", "Write\n{#name} after it.", "2:1"],
    ["before another", "Two labels. {#one} {#two}", "1:13"],
    ["before a note", "A note. {#one}[^1]\n\n[^1]: Note.", "1:9"],
    ["with emphasis in it", "One. {#__proto__}", "1:6"],
    ["with a blank", "One. {#next report}", "1:6"],
    ["in a cell", "One.\n\n| a {#b} c |\n|---|\n| d |", "3:5"],
    ["in a link", "One [two {#b} three](https://example.org).", "1:10"],
  ])("is an error at its place where readers would see it: %s", (_, body, place) => {
    const found = compileReport(body).diagnostics.filter(({ rule }) => rule === "label-form");
    expect(found.map(({ place: { line, column } }) => `${line - firstLine() + 1}:${column}`)).toEqual([place]);
  });

  it("is text after a backslash and in code", () => {
    const { page } = compileReport("Write \\{#name} or `{#name}` after it.");
    expect(page.paragraphs).toEqual(["1. Write {#name} or {#name} after it."]);
  });

  it("on a heading is taken, or an error: it is never shown to readers in silence", () => {
    const compiled = compileReport("One.\n\n## B {#review}\n\nTwo.");
    expect(rulesOf(compiled).length > 0 || !compiled.page.text.includes("{#review}")).toBe(true);
  });
});
