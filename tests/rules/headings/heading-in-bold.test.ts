import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a line in bold in place of a heading", () => {
  it.each<[string, string, readonly string[]]>([
    ["between paragraphs", "Text.\n\n**Background**\n\nText.\n", ["heading-in-bold 3:1"]],
    ["with other emphasis", "Text.\n\n***Background***\n\nText.\n", []],
    ["with underscores", "Text.\n\n__Background__\n\nText.\n", ["heading-in-bold 3:1"]],
    ["in typed mode", "1. Text.\n\n**Background**\n\n2. Text.\n", ["heading-in-bold 3:1"]],
    ["in a passage", "Text.\n\n:::exempt{paragraphs=3}\n**Costs**\n\nText.\n:::\n", ["heading-in-bold 4:1"]],
    ["in an annex", "Text.\n\n## Annex A: B\n\n**Costs**\n\nText.\n", ["heading-in-bold 5:1"]],
  ])("is raised %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["a sentence", "Text.\n\n**The panel agreed.**\n\nText.\n"],
    ["the start of a list", "Text.\n\n**The panel agreed:**\n\n- a\n"],
    ["part of a line", "Text.\n\n**Costs** rose\n\nText.\n"],
    ["in a block without numbers", "Text.\n\n:::unnumbered\n**Note**\n\nText.\n:::\n"],
    ["in a quotation", "Text.\n\n> **Note**\n>\n> Text.\n"],
    ["at the end", "Text.\n\n**Priya Nair**\n"],
    ["over a table", "Text.\n\n**Table 1: Absence**\n\n| a |\n|---|\n| b |\n"],
    ["a typed number", "Text.\n\n**3**\n\nText.\n"],
    ["a link", "Text.\n\n**[The plan](https://a.b)**\n\nText.\n"],
    ["long", `Text.\n\n**${"word ".repeat(30)}**\n\nText.\n`.replace(" **\n", "**\n")],
  ])("is not one that is %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });

  it("is to be written one level below the heading above", () => {
    const fixes = diagnosticsIn("**A b**\n\nText.\n\n## C\n\n### D\n\n**E f**\n\nText.\n").map(({ fix }) => fix);
    expect(fixes).toEqual(["write it as a heading: ## A b", "write it as a heading: #### E f"]);
  });
});
