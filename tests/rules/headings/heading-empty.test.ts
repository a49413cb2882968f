import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a heading with nothing under it", () => {
  it.each<[string, string, readonly string[]]>([
    ["before the next", "## A\n\n## B\n\nText.\n", ["heading-empty 1:1"]],
    ["at the end", "Text.\n\n## A\n", ["heading-empty 3:1"]],
    ["before a heading of a higher level", "## A\n\nText.\n\n### B\n\n## C\n\nText.\n", ["heading-empty 5:1"]],
    ["but a comment", "## A\n\n<!-- nothing -->\n\n## B\n\nText.\n", ["heading-empty 1:1"]],
    ["but the address of a link", "## A\n\n[b]: https://c.d\n\n## B\n\n[b] is there.\n", ["heading-empty 1:1"]],
    ["but a note", "## A\n\n[^1]: B.\n\n## B\n\nText.[^1]\n", ["heading-empty 1:1"]],
    ["but a line", "## A\n\n***\n\n## B\n\nText.\n", ["heading-empty 1:1"]],
    ["in an annex", "Text.\n\n## Annex A: B\n\n### C\n\n### D\n\nText.\n", ["heading-empty 5:1"]],
    ["that is an annex", "Text in Annex A.\n\n## Annex A: B\n\n## C\n\nText.\n", ["heading-empty 3:1"]],
    ["in a passage", ":::exempt{paragraphs=3}\n## A\n\n## B\n\nText.\n:::\n", ["heading-empty 2:1"]],
    ["in typed mode", "## A\n\n## B\n\n1. Text.\n", ["heading-empty 1:1"]],
    ["without numbers", "## A\n\n## B\n\nText.\n", ["heading-empty 1:1"]],
  ])("is raised %s", (name, body, expected) => {
    expect(inHeadings(body, name === "without numbers" ? { numbering: "none" } : {})).toEqual(expected);
  });

  it.each([
    ["a deeper heading with text", "## A\n\n### B\n\nText.\n"],
    ["a table", "Text.\n\n## A\n\n| b |\n|---|\n| c |\n"],
    ["an image", "Text.\n\n## A\n\n![Bars that fall](b.png)\n"],
    ["a passage that is withheld", "Text.\n\n## A\n\n:::exempt{paragraphs=3}\nSecret.\n:::\n\n## B\n\nText.\n"],
    ["a block without numbers", "Text.\n\n## A\n\n:::unnumbered\nText.\n:::\n"],
    ["the generated glossary", "The HSB (Harmful Sexual Behaviour) is an HSB.\n\n## Abbreviations\n"],
    ["a list of abbreviations", "An HSB.\n\n## Part\n\n### Abbreviations\n\nHSB – Harmful Sexual Behaviour\n"],
  ])("is not one with %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });
});
