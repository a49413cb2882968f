import { describe, expect, it } from "vitest";
import { rulesThat } from "../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "./found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");
const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("the levels of headings", () => {
  it.each<[string, string, readonly string[]]>([
    ["in an annex", "## A\n\nText.\n\n## Annex A: B\n\n#### C\n\nText.\n", ["heading-level-skipped 7:1"]],
    ["in a block without numbers", "## A\n\n:::unnumbered\n#### C\n\nText.\n:::\n", ["heading-level-skipped 4:1"]],
    [
      "below a block without numbers",
      "## A\n\n:::unnumbered\nText.\n:::\n\n#### C\n\nText.\n",
      ["heading-level-skipped 7:1"],
    ],
    ["in a passage", "## A\n\n:::exempt{paragraphs=3}\n#### C\n\nText.\n:::\n", ["heading-level-skipped 4:1"]],
  ])("are seen %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it("go on through a block without numbers and an annex", () => {
    expect(
      inHeadings("## A\n\n:::unnumbered\n### B\n\nText.\n:::\n\n#### C\n\nText.\n\n## Annex A: D\n\n### E\n\nText.\n"),
    ).toEqual([]);
  });

  it("say of a line of = signs that it makes the heading", () => {
    const [found] = diagnosticsIn("Text.\n\nFindings\n===\n\nText.\n");
    expect(found?.message).toContain("line of = signs");
    expect(found?.fix).toContain("##");
  });
});

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

describe("a heading that stands twice", () => {
  it.each<[string, string, readonly string[]]>([
    ["side by side", "## A b\n\nText.\n\n## A b\n\nText.\n", ["heading-twice 5:1"]],
    ["in other letters", "## A b\n\nText.\n\n## a  *B*\n\nText.\n", ["heading-twice 5:1"]],
    ["below one heading", "## A\n\n### B\n\nText.\n\n### C\n\nText.\n\n### B\n\nText.\n", ["heading-twice 11:1"]],
    ["three times", "## A\n\nText.\n\n## A\n\nText.\n\n## A\n\nText.\n", ["heading-twice 5:1", "heading-twice 9:1"]],
    ["in one annex", "Text.\n\n## Annex A: B\n\n### C\n\nText.\n\n### C\n\nText.\n", ["heading-twice 9:1"]],
  ])("is raised %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["under two headings", "## A\n\n### Costs\n\nText.\n\n## B\n\n### Costs\n\nText.\n"],
    ["in two annexes", "Text.\n\n## Annex A: B\n\n### C\n\nText.\n\n## Annex B: B\n\n### C\n\nText.\n"],
    ["in a text and an annex", "## A\n\n### C\n\nText.\n\n## Annex A: B\n\n### C\n\nText.\n"],
    ["at two levels", "## A\n\n### A\n\nText.\n"],
  ])("is none %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });

  it("is shown with the first", () => {
    const [found] = diagnosticsIn("## A\n\nText.\n\n## A\n\nText.\n");
    expect(found?.related?.message).toBe("first here");
  });
});

describe("a line in bold that stands for a heading", () => {
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

describe("what is no heading, or one by mistake", () => {
  it.each<[string, string, readonly string[]]>([
    ["no blank", "##Findings\n\nText.\n", ["heading-unread 1:1"]],
    ["no blank, in a paragraph", "Text.\n###Findings\n\nText.\n", ["heading-unread 2:1"]],
    ["no blank, one sign", "#Findings\n\nText.\n", ["heading-unread 1:1"]],
    ["seven signs", "Text.\n\n####### Findings\n\nText.\n", ["heading-unread 3:1"]],
    ["dashes below a sentence", "The panel met.\n---\n\nText.\n", ["heading-underlined 1:1"]],
    ["dashes below two lines", "The panel met\nin May\n---\n\nText.\n", ["heading-underlined 1:1"]],
    ["no words", "Text.\n\n##\n\nText.\n", ["heading-words-missing 3:1"]],
    ["no words but signs", "Text.\n\n## ##\n\nText.\n", ["heading-words-missing 3:1"]],
    ["no words but a comment", "Text.\n\n## <!-- a -->\n\nText.\n", ["heading-words-missing 3:1"]],
    ["a full stop", "## The panel met.\n\nText.\n", ["heading-full-stop 1:1"]],
    ["a colon", "## The panel:\n\nText.\n", ["heading-full-stop 1:1"]],
    ["capitals", "## VIEWS OF THE PANEL\n\nText.\n", ["heading-capitals 1:1"]],
    ["one word in capitals", "## BACKGROUND\n\nText.\n", ["heading-capitals 1:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["a hashtag in a sentence", "#BeKind was the campaign of the year.\n"],
    ["a hashtag among others", "The tags were:\n#BeKind\n#BeSafe\n"],
    ["a number sign", "#1 of the list\n\n# 5\n".replace("\n\n# 5", "")],
    ["signs that are text", "\\##Findings\n"],
    ["signs in code", "```\n##Findings\n```\n\nText.\n"],
    ["dashes below short words", "Findings\n---\n\nText.\n"],
    ["a question", "## Who pays?\n\nText.\n"],
    ["a short form that ends in a full stop", "## Contracts with Sallow Ltd.\n\nText.\n"],
    ["short forms in capitals", "## NHS ICB\n\nText.\n"],
    ["words with short forms", "## MACEM and CYSCP\n\nText.\n"],
    ["an image with words", "Text.\n\n## ![Findings](update/a.png)\n\nText.\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });

  it("is mended by what the message says", () => {
    const [found] = diagnosticsIn("##Findings of the panel\n\nText.\n");
    expect(found?.fix).toBe("write ## Findings of the panel");
    const [one] = diagnosticsIn("#Findings\n\nText.\n");
    expect(one?.fix).toBe("write ## Findings");
  });
});
