import { describe, expect, it } from "vitest";
import { checks } from "../../../src/diagnostics/checks.ts";
import { compileFile, errorsOf, parsed, placesOf, raisedBy, reportOf } from "../../compile-text.ts";

function findingsIn(text: string) {
  const { findings } = raisedBy((raise) => {
    for (const check of checks) check(parsed(text), raise);
  });
  return findings.filter(({ rule }) => rule === "block-fence");
}

describe("blocks that are known, each with its end, pass", () => {
  it.each([
    [":::unnumbered\nWords.\n:::\n"],
    [":::unnumbered\n\nWords.\n\n:::\n"],
    ["::::unnumbered\n\nWords.\n\n::::\n"],
    [":::exempt\n\nWords.\n\n:::\n"],
    [":::exempt{paragraphs=3}\n\nWords.\n\n:::\n"],
    [':::exempt{paragraphs="1, 2"}\n\nWords.\n\n:::\n'],
    [":::unnumbered\n\nOne.\n\n:::\n\n:::unnumbered\n\nTwo.\n\n:::\n"],
    ["::::exempt{paragraphs=3}\n\n:::unnumbered\n\nWords.\n\n:::\n\n::::\n"],
    ["## Heading\n\n:::unnumbered\n\n- a list\n\n:::\n\nWords.\n"],
    [":::unnumbered  \n\nWords.\n\n:::  \n"],
  ])("%j", (text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("colons that are no fence pass", () => {
  it.each([
    ["At 10:30am, and 10::30.\n"],
    ["Words :::unnumbered in a line.\n"],
    [": one colon\n"],
    ["Words:\n\n- a\n"],
    ["\\:::unnumbered\n"],
    ["```\n:::unnumbered\n```\n"],
    ["~~~\n::: anything\n:::\n~~~\n"],
    ["    :::unnumbered in a code block\n"],
    ["`:::`\n"],
    ["| a |\n|---|\n| :::b |\n"],
  ])("%j", (text) => {
    expect(findingsIn(text)).toEqual([]);
  });
});

describe("any other line of colons is an error at its line", () => {
  it.each([
    ["a misspelt name", ":::exmept\n\nWords.\n\n:::\n", 1],
    ["a misspelt name with braces", ":::exempt1{paragraphs=3}\n\nWords.\n\n:::\n", 1],
    ["a name in capitals", ":::Exempt\n\nWords.\n\n:::\n", 1],
    ["a name that is not known", ":::confidential\n\nWords.\n\n:::\n", 1],
    ["no name", "Words.\n\n:::\n\nWords.\n", 3],
    ["two colons", "::exempt\n\nWords.\n\n::\n", 1],
    ["two colons alone", "Words.\n\n::\n", 3],
    ["two colons and a word", "Words.\n\n::word\n", 3],
    ["a blank before the name", "::: exempt\n\nWords.\n\n:::\n", 1],
    ["a blank among the colons", ":: :exempt\n\nWords.\n\n:::\n", 1],
    ["a blank before the braces", ":::exempt {paragraphs=3}\n\nWords.\n\n:::\n", 1],
    ["a brace without its end", ":::exempt{paragraphs=3\n\nWords.\n\n:::\n", 1],
    ["words behind the name", ":::exempt the price\n\nWords.\n\n:::\n", 1],
    ["a label in brackets", ":::exempt[label]\n\nWords.\n\n:::\n", 1],
    ["words behind the end", ":::exempt\n\nWords.\n\n::: end\n", 5],
    ["braces that `unnumbered` does not take", ":::unnumbered{a=b}\n\nWords.\n\n:::\n", 1],
    ["no end", "Words.\n\n:::exempt\n\nWords.\n", 3],
    ["an end without its block", "Words.\n\n:::exempt\n\nWords.\n\n:::\n\n:::\n", 9],
    ["an end with fewer colons", "::::exempt\n\nWords.\n\n:::\n", 5],
    ["an end with more colons", ":::exempt\n\nWords.\n\n::::\n", 5],
    ["an end with two colons", ":::exempt\n\nWords.\n\n::\n", 5],
    ["a block in a block with as many colons", ":::exempt\n\n:::unnumbered\n\nWords.\n\n:::\n\n:::\n", 3],
    ["a block in a block with more colons", ":::exempt\n\n::::unnumbered\n\nWords.\n\n::::\n\n:::\n", 3],
    ["an indented block", "  :::exempt\n\n  Words.\n\n  :::\n", undefined],
    ["an end behind a tab", ":::exempt\n\nWords.\n\n\t:::\n", undefined],
    ["an end that is indented as code", ":::exempt\n\nWords.\n\n    :::\n", undefined],
    ["a beginning that is indented as code in a paragraph", "Words\n    :::exempt\n", 2],
    ["a block in a list", "- a\n\n  :::exempt\n  Words.\n  :::\n", undefined],
    ["a block straight behind the mark of a list", "- :::exempt\n  Words.\n  :::\n", undefined],
    ["a block in a quotation", "> :::exempt\n> Words.\n> :::\n", undefined],
    ["a block in a comment", "<!--\n:::exempt\n-->\n\nWords.\n\n:::\n", 7],
    ["a block in code, with its end outside", "```\n:::exempt\n```\n\nWords.\n\n:::\n", 7],
    ["a block whose end is in code", ":::exempt\n\nWords.\n\n```\n:::\n```\n", 1],
    ["a footnote that begins with a block", "Words[^1].\n\n[^1]: :::exempt\n", undefined],
  ])("%s", (_name, text, line) => {
    const findings = findingsIn(text);
    expect(findings.length).toBeGreaterThan(0);
    for (const { rule, fix } of findings) {
      expect(rule).toBe("block-fence");
      expect(fix).toMatch(/\S/);
    }
    if (line !== undefined) expect(findings.map(({ place }) => place.line)).toContain(line);
  });

  it.each([
    [":::exmpt\n\nWords.\n\n:::\n", "exempt"],
    [":::unumbered\n\nWords.\n\n:::\n", "unnumbered"],
    [":::Exempt\n\nWords.\n\n:::\n", "exempt"],
  ])("the nearest block is offered: %j", (text, nearest) => {
    const [first] = findingsIn(text);
    expect(first?.knownWord).toBe(nearest);
    expect(first?.fix).toContain(`:::${nearest}`);
  });

  it("a block without its end is told of at its beginning", () => {
    const findings = findingsIn("Words.\n\n:::exempt\n\nWords.\n");
    expect(placesOf(findings)).toContain("block-fence 3:1");
    expect(findings.map(({ message }) => message).join("\n")).toMatch(/never ends/);
  });

  it("its column is that of the colons, in the file", () => {
    const { diagnostics } = compileFile(reportOf({}, "Words.\n\n  :::exmept\n"));
    expect(placesOf(diagnostics)).toContain("block-fence 10:3");
  });

  it("the report is not published, and what it was to hold back is not quoted", () => {
    const compiled = compileFile(reportOf({}, "Words.\n\n:::exmept{paragraphs=3}\n\nThe price is 7.\n\n:::\n"));
    expect(errorsOf(compiled)).toContain("block-fence");
    expect(compiled.report).toBeUndefined();
    expect(compiled.diagnostics.filter(({ frame }) => frame !== undefined)).toEqual([]);
    expect(JSON.stringify(compiled.diagnostics)).not.toContain("exmept");
  });
});

describe("a passage between the fences of `exempt`", () => {
  it("is withheld or refuses the report: its text is on no page", () => {
    const { report } = compileFile(reportOf({}, "Words.\n\n:::exempt{paragraphs=3}\n\nThe price is 7.\n\n:::\n"));
    expect(report?.bodyHtml ?? "").not.toContain("The price is 7.");
  });
});
