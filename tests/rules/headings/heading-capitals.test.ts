import { describe, expect, it } from "vitest";
import { rulesThat } from "../../../src/diagnostics/catalogue.ts";
import { foundIn } from "../found-in.ts";

const RULES = rulesThat(({ group }) => group === "headings");

const inHeadings = (body: string, fields?: Readonly<Record<string, string>>) => foundIn(body, RULES, fields);

describe("a heading in capitals", () => {
  it.each<[string, string, readonly string[]]>([
    ["capitals", "## VIEWS OF THE PANEL\n\nText.\n", ["heading-capitals 1:1"]],
    ["one word in capitals", "## BACKGROUND\n\nText.\n", ["heading-capitals 1:1"]],
  ])("is raised with %s", (_name, body, expected) => {
    expect(inHeadings(body)).toEqual(expected);
  });

  it.each([
    ["short forms in capitals", "## NHS ICB\n\nText.\n"],
    ["words with short forms", "## MACEM and CYSCP\n\nText.\n"],
  ])("is not raised with %s", (_name, body) => {
    expect(inHeadings(body)).toEqual([]);
  });
});
