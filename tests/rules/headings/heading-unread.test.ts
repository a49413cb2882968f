import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { diagnosticsIn, foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a heading that is not read as one", () => {
  it.each<[string, string, readonly string[]]>([
    ["no blank", "##Findings\n\nText.\n", ["heading-unread 1:1"]],
    ["no blank, in a paragraph", "Text.\n###Findings\n\nText.\n", ["heading-unread 2:1"]],
    ["no blank, one sign", "#Findings\n\nText.\n", ["heading-unread 1:1"]],
    ["seven signs", "Text.\n\n####### Findings\n\nText.\n", ["heading-unread 3:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["a hashtag in a sentence", "#BeKind was the campaign of the year.\n"],
    ["a hashtag among others", "The tags were:\n#BeKind\n#BeSafe\n"],
    ["a number sign", "#1 of the list\n\n# 5\n".replace("\n\n# 5", "")],
    ["signs that are text", "\\##Findings\n"],
    ["signs in code", "```\n##Findings\n```\n\nText.\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });

  it("is fixed by what the message says", () => {
    const [found] = diagnosticsIn("##Findings of the panel\n\nText.\n");
    expect(found?.fix).toBe("write ## Findings of the panel");
    const [one] = diagnosticsIn("#Findings\n\nText.\n");
    expect(one?.fix).toBe("write ## Findings");
  });
});
